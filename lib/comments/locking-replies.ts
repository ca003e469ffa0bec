import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { MAX_LOCKS, type LockedReplies } from './locked-replies';
import { findPolicyPost, findPolicyUser, requireAllowed } from './policy-context';
import { writeLocks } from './stored-locks';
import { lockThread } from './thread-store';

/** Locks the replies to a comment, at all depths, with a reason shown to readers; an empty reason unlocks them. */
export async function lockReplies(actor: Actor, { id, reason }: { id: string; reason: string }, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  return transaction(async (tx) => {
    const comment = await findComment(tx, id);
    await lockThread(tx, comment.postId);
    const post = await findPolicyPost(tx, comment.postId, now);
    if (!post) throw new AppError('not_found', 'This post no longer exists.');
    requireAllowed('lock', { user: await findPolicyUser(tx, actor, now), post, comment: null, now });
    const others = post.lockedReplies.filter((lock) => lock.id !== id);
    if (reason && others.length >= MAX_LOCKS) {
      throw new AppError('conflict', `Replies to ${MAX_LOCKS} comments on this post are locked. Lock the whole post.`);
    }
    if (!reason && others.length === post.lockedReplies.length) return;
    await storeLocks(tx, post.id, reason ? [...others, { id, path: comment.path, reason }] : others);
    const about = { actorId: actor.id, commentId: id, postId: post.id };
    emit(tx, reason ? { type: 'replies.locked', ...about, reason } : { type: 'replies.unlocked', ...about });
  });
}

async function findComment(tx: Tx, id: string) {
  const comment = await tx.comment.findFirst({
    where: { id, type: 'comment' },
    select: { postId: true, path: true },
  });
  if (!comment) throw new AppError('not_found', 'This comment no longer exists.');
  return comment;
}

// Raw SQL, so that locking does not count as an edit of the post.
function storeLocks(tx: Tx, postId: string, locks: readonly LockedReplies[]) {
  return tx.$executeRaw`UPDATE "Post" SET "lockedReplies" = ${writeLocks(locks)} WHERE "id" = ${postId}`;
}
