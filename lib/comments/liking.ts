import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { isPostgres, readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { isPublic } from '@/lib/posts/visibility';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { HIGHEST_RANK, Z } from './likes';
import { findPolicyPost, findPolicyUser, policyCommentFields, requireAllowed } from './policy-context';

const likeable = { id: true, postId: true, type: true, likeCount: true, ...policyCommentFields } as const;

type Wish = { id: string; isLiked: boolean };

/**
 * Likes a comment, or no longer; a second identical request changes nothing. The count moves with the row, except for
 * shadowed users: they get the same answer as others, and only they see their like.
 */
export async function likeComment(actor: Actor, { id, isLiked }: Wish, now = new Date()) {
  requireCapability(actor, 'comments.write');
  return transaction(async (tx) => {
    const comment = await tx.comment.findUnique({ where: { id }, select: likeable });
    const post = comment && (await findPolicyPost(tx, comment.postId, now));
    if (!comment || !post) throw new AppError('not_found', 'This comment no longer exists.');
    const user = await findPolicyUser(tx, actor, now);
    requireAllowed('like', { user, post, comment: comment.type === 'comment' ? comment : null, now });
    const counts = user?.restriction !== 'shadow';
    const changed = await (isLiked ? addLike(tx, { actor, id, counts, now }) : removeLike(tx, actor, id));
    if (!changed) return { comment, post, likes: await likesFor(tx, actor, comment), hasChanged: false };
    if (!changed.counts) return { comment, post, likes: comment.likeCount + (isLiked ? 1 : 0), hasChanged: true };
    const likes = await moveLikes(tx, id, isLiked ? 1 : -1);
    emit(tx, { type: 'likes.changed', actorId: actor.id, postIds: [comment.postId] });
    return { comment, post, likes, hasChanged: true };
  });
}

/** The address of the post whose comment a signed-out reader wanted to like, if there is such a one. */
export async function findLikeableSlug(id: string, now = new Date()) {
  const comment = await readDb.comment.findFirst({
    where: { id, status: 'approved', type: 'comment' },
    select: { post: { select: { slug: true, status: true, publishAt: true, unpublishAt: true } } },
  });
  return comment && isPublic(comment.post, now) ? comment.post.slug : null;
}

/** Takes all likes of a person away with the counts that they moved. */
export async function removeLikesOf(userId: string, tx: Tx) {
  const likes = await tx.commentLike.findMany({
    where: { userId },
    select: { comment: { select: { postId: true } } },
  });
  if (likes.length === 0) return [];
  const liked = Prisma.sql`"id" IN (
    SELECT "commentId" FROM "CommentLike" WHERE "userId" = ${userId} AND "counts")`;
  // The same lock order as replies, which lock their ancestors: otherwise the two could deadlock.
  if (isPostgres()) await tx.$queryRaw`SELECT "id" FROM "Comment" WHERE ${liked} ORDER BY "id" FOR NO KEY UPDATE`;
  await tx.$executeRaw`UPDATE "Comment" SET ${moved(-1)} WHERE ${liked}`;
  await tx.commentLike.deleteMany({ where: { userId } });
  return [...new Set(likes.map(({ comment }) => comment.postId))];
}

type Liking = { actor: Actor; id: string; counts: boolean; now: Date };

async function addLike(tx: Tx, { actor, id, counts, now }: Liking) {
  const added = await tx.$executeRaw`
    INSERT INTO "CommentLike" ("commentId", "userId", "createdAt", "counts")
    VALUES (${id}, ${actor.id}, ${now}, ${counts})
    ON CONFLICT DO NOTHING`;
  return added > 0 ? { counts } : null;
}

async function removeLike(tx: Tx, actor: Actor, commentId: string) {
  const [removed] = await tx.$queryRaw<{ counts: boolean | number }[]>`
    DELETE FROM "CommentLike" WHERE "commentId" = ${commentId} AND "userId" = ${actor.id} RETURNING "counts"`;
  return removed ? { counts: Boolean(removed.counts) } : null;
}

// As the actor sees them: with their own, also if it does not count.
async function likesFor(tx: Tx, actor: Actor, { id, likeCount }: { id: string; likeCount: number }) {
  return likeCount + (await tx.commentLike.count({ where: { commentId: id, userId: actor.id, counts: false } }));
}

// In SQL, so that updatedAt stays.
async function moveLikes(tx: Tx, id: string, by: 1 | -1) {
  const [row] = await tx.$queryRaw<{ likeCount: number | bigint }[]>`
    UPDATE "Comment" SET ${moved(by)} WHERE "id" = ${id} RETURNING "likeCount"`;
  return Number(row?.likeCount ?? 0);
}

/** The same as `rankOf` of the new number: where all are in favour, Wilson's bound is n / (n + z²). */
function moved(by: 1 | -1) {
  const likes = `("likeCount" + ${by})`;
  return Prisma.raw(
    `"likeCount" = ${likes}, "rank" = CAST(ROUND(${HIGHEST_RANK}.0 * ${likes} / (${likes} + ${Z * Z})) AS INTEGER)`,
  );
}
