import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import type { CommentStatus } from './comment';
import { findUndo, storeUndo, type Change } from './moderation-undo';
import { statusAfter, type ModerationAction } from './policy';
import { findPolicyUser, findPolicyPost, requireAllowed } from './policy-context';
import { changeStatus, statusChangeSelect, lockThread } from './thread-store';

export type Moderated = { batch: string; changed: number; skipped: number };

/** Applies an action to all of these comments in one transaction; skips those it no longer applies to. */
export async function moderateComments(actor: Actor, ids: string[], action: ModerationAction, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  return moderate(actor, { ids, action, now }, (comment) => {
    const to = statusAfter(action, comment);
    return (
      to && { to, deletedBy: to === 'deleted' ? 'moderator' : '', beforeDelete: to === 'deleted' ? comment.status : '' }
    );
  });
}

/** Undoes an action for all comments that are unchanged since. */
export async function undoModeration(actor: Actor, batch: string, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  const changes = await findUndo(batch, now);
  if (changes.length === 0) {
    throw new AppError('not_found', 'This can no longer be undone. Change the comments in the queue instead.');
  }
  const byId = new Map(changes.map((change) => [change.id, change]));
  return moderate(actor, { ids: [...byId.keys()], action: 'undo', now }, (comment) => {
    const change = byId.get(comment.id);
    if (!change || comment.status !== change.to) return null;
    return { to: change.from, deletedBy: change.deletedBy, beforeDelete: change.beforeDelete };
  });
}

/** Locks a conversation with a reason shown to readers; an empty reason unlocks it. */
export async function lockConversation(actor: Actor, postId: string, reason: string, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  return transaction(async (tx) => {
    const post = await findPolicyPost(tx, postId, now);
    if (!post) throw new AppError('not_found', 'This post no longer exists.');
    requireAllowed('lock', { user: await findPolicyUser(tx, actor, now), post, comment: null, now });
    // Raw SQL, so that locking does not count as an edit of the post.
    await tx.$executeRaw`UPDATE "Post" SET "commentsLockedReason" = ${reason} WHERE "id" = ${postId}`;
    const actorId = actor.id;
    emit(
      tx,
      reason ? { type: 'thread.locked', actorId, postId, reason } : { type: 'thread.unlocked', actorId, postId },
    );
    return { postId, slug: post.slug };
  });
}

type Row = Awaited<ReturnType<typeof findCommentRows>>[number];
type Target = { to: CommentStatus; deletedBy: string; beforeDelete: string };

async function moderate(
  actor: Actor,
  { ids, action, now }: { ids: string[]; action: string; now: Date },
  targetOf: (comment: Row) => Target | null,
): Promise<Moderated> {
  return transaction(async (tx) => {
    const user = await findPolicyUser(tx, actor, now);
    // Ordered by post id to avoid deadlocks between moderators.
    const postIds = [...new Set((await findCommentRows(tx, ids)).map((row) => row.postId))].sort();
    for (const postId of postIds) await lockThread(tx, postId);
    const changes: (Change & { postId: string })[] = [];
    for (const comment of await findCommentRows(tx, ids)) {
      const post = await findPolicyPost(tx, comment.postId, now);
      if (!post) continue;
      requireAllowed('approve', { user, post, comment, now });
      const target = targetOf(comment);
      if (!target || target.to === comment.status) continue;
      await applyTarget(tx, comment, { actor, target, now });
      changes.push(changeOf(comment, target));
    }
    if (changes.length === 0)
      throw new AppError('conflict', 'Nothing was changed: this was done already, by you or by somebody else.');
    const batch = await storeUndo(tx, changes, now);
    const moved = changes.map(({ id: commentId, postId, from, to }) => ({ commentId, postId, from, to }));
    emit(tx, { type: 'comment.moderated', actorId: actor.id, action, batch, changes: moved });
    return { batch, changed: changes.length, skipped: ids.length - changes.length };
  });
}

function findCommentRows(tx: Tx, ids: string[]) {
  return tx.comment.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' }, select: statusChangeSelect });
}

async function applyTarget(tx: Tx, comment: Row, { actor, target, now }: { actor: Actor; target: Target; now: Date }) {
  const data = {
    status: target.to,
    deletedBy: target.deletedBy,
    statusBeforeDelete: target.beforeDelete,
    deletedAt: target.to === 'deleted' ? now : null,
    moderatedById: actor.id,
    moderatedAt: now,
  };
  await changeStatus(tx, comment, { by: actor.id, data });
}

function changeOf({ id, postId, status, deletedBy, statusBeforeDelete }: Row, { to }: Target) {
  return { id, postId, from: status as CommentStatus, to, deletedBy, beforeDelete: statusBeforeDelete };
}
