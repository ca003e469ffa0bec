import 'server-only';
import { readSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import type { CommentOrder } from './order';
import { findThreadPageOf } from './queries';

/**
 * Where a visible comment stands among the oldest first, whatever order the article itself shows (`preset`, by default
 * that of the settings).
 */
export async function addressInThread(
  comment: { id: string; postId: string; path: string },
  { slug }: { slug: string },
  preset?: CommentOrder,
) {
  const page = await findThreadPageOf(comment.postId, comment.path);
  return `${await addressOfPage(slug, page, preset)}#comment-${comment.id}`;
}

/** A page of the thread with the oldest first. */
export async function addressOfPage(slug: string, page: number, preset?: CommentOrder) {
  const isElsewhere = page === 1 && (preset ?? (await readSettings()).commentOrder) !== 'oldest';
  return isElsewhere ? paths.commentsBy(slug, 'oldest') : paths.commentPage(slug, page);
}
