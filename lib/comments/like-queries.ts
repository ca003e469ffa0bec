import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { shownLikes } from './likes';
import { approvedTo } from './policy';

/** As many as a page of a thread has. */
export const MAX_LIKE_IDS = 150;

/** What a viewer likes of these comments and wrote of them, and how many like each now. A hidden score is for its author. */
export type LikesForViewer = { liked: string[]; own: string[]; counts: Record<string, number> };

/** Two statements for any number of comments. */
export async function findLikesFor(actor: Actor, postId: string, wanted: readonly string[]): Promise<LikesForViewer> {
  const ids = wanted.slice(0, MAX_LIKE_IDS);
  const now = new Date();
  const [liked, comments] = await Promise.all([
    readDb.commentLike.findMany({
      where: { userId: actor.id, commentId: { in: ids } },
      select: { commentId: true, counts: true },
    }),
    readDb.comment.findMany({
      where: { id: { in: ids }, postId, post: { status: 'published' }, ...approvedTo(actor.id) },
      select: { id: true, authorId: true, likeCount: true, createdAt: true },
    }),
  ]);
  const uncounted = new Set(liked.filter((like) => !like.counts).map(({ commentId }) => commentId));
  const counts = comments.map(({ id, authorId, likeCount, createdAt }) => {
    const likes = likeCount + (uncounted.has(id) ? 1 : 0);
    return [id, (authorId === actor.id ? likes : shownLikes(likes, createdAt, now)) ?? 0] as const;
  });
  const own = comments.filter(({ authorId }) => authorId === actor.id).map(({ id }) => id);
  return { liked: liked.map(({ commentId }) => commentId), own, counts: Object.fromEntries(counts) };
}
