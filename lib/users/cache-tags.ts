import 'server-only';
import type { Tx } from '@/lib/database/db';
import type { Appearances } from '@/lib/events/event';

/** With more, the whole cache is invalidated. */
const MAX_TAGS = 200;

/** The cached pages that show a user's name and avatar. */
export async function findAppearances(userId: string, tx: Tx): Promise<Appearances> {
  const written = await tx.postAuthor.findMany({ where: { userId }, select: { postId: true }, take: MAX_TAGS });
  const answered = await tx.comment.findMany({
    where: { authorId: userId },
    distinct: ['postId'],
    select: { postId: true },
    take: MAX_TAGS,
  });
  if (written.length + answered.length >= MAX_TAGS) return null;
  const idsOf = (rows: { postId: string }[]) => rows.map(({ postId }) => postId);
  return { postIds: idsOf(written), threadPostIds: idsOf(answered) };
}
