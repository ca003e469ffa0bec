import 'server-only';
import type { Tx } from '@/lib/db';
import type { Appearances } from '@/lib/events/event';

/** Beyond this many pages it is kinder to the machine to let everything go. */
const MANY = 200;

/** Where a person's name and picture stand: wherever they wrote or answered. */
export async function findAppearances(userId: string, tx: Tx): Promise<Appearances> {
  const written = await tx.postAuthor.findMany({ where: { userId }, select: { postId: true }, take: MANY });
  const answered = await tx.comment.findMany({
    where: { authorId: userId },
    distinct: ['postId'],
    select: { postId: true },
    take: MANY,
  });
  if (written.length + answered.length >= MANY) return null;
  const idsOf = (rows: { postId: string }[]) => rows.map(({ postId }) => postId);
  return { postIds: idsOf(written), threadPostIds: idsOf(answered) };
}
