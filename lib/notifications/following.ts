import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { approvedTo } from '@/lib/comments/policy';
import { transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { publicWhere } from '@/lib/posts/visibility';

export const followForm = z.object({ postId: z.string().min(1).max(40), follow: z.enum(['yes', 'no']) });

export const followRepliesForm = z.object({ commentId: z.string().min(1).max(40), follow: z.enum(['yes', 'no']) });
export const unfollowRepliesForm = followRepliesForm.pick({ commentId: true });

export const unfollowForm = followForm.pick({ postId: true });

/** Follows a post, or no longer: its followers are told of each comment. To wish it twice changes nothing. */
export async function followPost(actor: Actor, { postId, follow }: z.output<typeof followForm>, now = new Date()) {
  requireCapability(actor, 'comments.write');
  return transaction(async (tx) => {
    if (follow === 'no') await tx.postFollow.deleteMany({ where: { postId, userId: actor.id } });
    else await add(tx, actor, { postId, now });
  });
}

/**
 * What follows from a comment form, in the comment's transaction, which has checked all else: with a comment its post, with
 * a reply the replies to what it answers.
 */
export function followFrom({ id: userId }: Actor, now = new Date()) {
  return async (tx: Tx, { postId, parentId }: { postId: string; parentId: string | null }) => {
    if (parentId) await insertReplies(tx, { commentId: parentId, userId, now });
    else await insertPost(tx, { postId, userId, now });
  };
}

/** Follows the replies to a comment, at all depths, or no longer. To wish it twice changes nothing. */
export async function followReplies(
  actor: Actor,
  { commentId, follow }: z.output<typeof followRepliesForm>,
  now = new Date(),
) {
  requireCapability(actor, 'comments.write');
  return transaction(async (tx) => {
    const where = { commentId, userId: actor.id };
    if (follow === 'no') await tx.commentFollow.deleteMany({ where });
    else await addReplies(tx, actor, { commentId, now });
  });
}

async function addReplies(tx: Tx, { id: userId }: Actor, { commentId, now }: { commentId: string; now: Date }) {
  const comment = await tx.comment.findFirst({
    where: { id: commentId, type: 'comment', post: publicWhere(now), ...approvedTo(userId) },
    select: { post: { select: { commentsMode: true } } },
  });
  if (!comment) throw new AppError('not_found', 'This comment no longer exists.');
  if (comment.post.commentsMode === 'off') throw new AppError('conflict', 'This post has no comments to follow.');
  await insertReplies(tx, { commentId, userId, now });
}

async function insertReplies(tx: Tx, { commentId, userId, now }: { commentId: string; userId: string; now: Date }) {
  await tx.$executeRaw`
    INSERT INTO "CommentFollow" ("commentId", "userId", "createdAt") VALUES (${commentId}, ${userId}, ${now})
    ON CONFLICT DO NOTHING`;
}

async function add(tx: Tx, { id: userId }: Actor, { postId, now }: { postId: string; now: Date }) {
  const post = await tx.post.findFirst({
    where: { id: postId, type: 'post', ...publicWhere(now) },
    select: { commentsMode: true },
  });
  if (!post) throw new AppError('not_found', 'This post no longer exists.');
  if (post.commentsMode === 'off') throw new AppError('conflict', 'This post has no comments to follow.');
  await insertPost(tx, { postId, userId, now });
}

async function insertPost(tx: Tx, { postId, userId, now }: { postId: string; userId: string; now: Date }) {
  await tx.$executeRaw`
    INSERT INTO "PostFollow" ("postId", "userId", "createdAt") VALUES (${postId}, ${userId}, ${now})
    ON CONFLICT DO NOTHING`;
}
