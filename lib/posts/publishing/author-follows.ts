import 'server-only';
import { insertMissingRows } from '@/lib/database/bulk-insert';
import type { Tx } from '@/lib/database/db';
import type { PostFields } from '../fields/fields';
import { wasEverPublic } from '../post';

type FirstPublished = { id: string; type: string; firstPublishedAt: Date | null };

/**
 * Lets the authors follow the comments of a post that readers have not seen before. Later publications change nothing, so
 * that whoever ended it is not asked to end it again.
 */
export async function followByAuthors(
  tx: Tx,
  post: FirstPublished,
  { authorIds, commentsMode }: Pick<PostFields, 'authorIds' | 'commentsMode'>,
  now: Date,
) {
  if (post.type !== 'post' || commentsMode === 'off' || wasEverPublic(post, now)) return;
  const follows = authorIds.map((userId) => ({ postId: post.id, userId, createdAt: now }));
  await insertMissingRows(tx, 'PostFollow', follows);
}
