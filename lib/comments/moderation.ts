import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import type { CommentStatus } from './comment';
import { findUndo, storeUndo, type Change } from './moderation-undo';
import { statusAfter, statusAfterReports, type ModerationAction, type ReportDecision } from './policy';
import { findPolicyUser, findPolicyPost, requireAllowed } from './policy-context';
import { findReported, outcomeOf, settleReports, type Settlement } from './reports/settling';
import { changeStatus, statusChangeSelect, lockThread } from './thread-store';

export type Moderated = { batch: string; changed: number; skipped: number };

/** Applies an action to all of these comments in one transaction; skips those it no longer applies to. */
export async function moderateComments(actor: Actor, ids: string[], action: ModerationAction, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  return moderate(actor, { ids, action, now }, (comment, isReported) => {
    const to = statusAfter(action, comment);
    return to && targetFor(comment, to, isReported);
  });
}

/** Decides the open reports on all of these comments in one transaction: keeps, holds or removes what was reported. */
export async function decideReports(actor: Actor, ids: string[], decision: ReportDecision, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  return moderate(actor, { ids, action: decision, now }, (comment, isReported) => {
    const to = isReported ? statusAfterReports(decision, comment.status) : null;
    return to && targetFor(comment, to, isReported);
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
  return moderate(actor, { ids: [...byId.keys()], action: 'undo', undone: batch, now }, (comment) => {
    const change = byId.get(comment.id);
    if (!change || comment.status !== change.to) return null;
    const { from, deletedBy, beforeDelete, reports } = change;
    return { to: from, deletedBy, beforeDelete, ...(reports && { reports: { from: reports.to, to: reports.from } }) };
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
/** The status to be, which may be that it has, and what that decides about reports. */
type Target = { to: CommentStatus; deletedBy: string; beforeDelete: string; reports?: Settlement };
type Moderation = { ids: string[]; action: string; undone?: string; now: Date };

async function moderate(
  actor: Actor,
  { ids, action, undone, now }: Moderation,
  targetOf: (comment: Row, isReported: boolean) => Target | null,
): Promise<Moderated> {
  return transaction(async (tx) => {
    const user = await findPolicyUser(tx, actor, now);
    // Ordered by post id to avoid deadlocks between moderators.
    const postIds = [...new Set((await findCommentRows(tx, ids)).map((row) => row.postId))].sort();
    for (const postId of postIds) await lockThread(tx, postId);
    const reported = await findReported(tx, ids);
    const changes: (Change & { postId: string })[] = [];
    for (const comment of await findCommentRows(tx, ids)) {
      const post = await findPolicyPost(tx, comment.postId, now);
      if (!post) continue;
      requireAllowed('approve', { user, post, comment, now });
      const target = targetOf(comment, reported.has(comment.id));
      if (!target) continue;
      if (target.to !== comment.status)
        await applyTarget(tx, comment, { actor, target, now, isUndone: undone !== undefined });
      changes.push(changeOf(comment, target));
    }
    if (changes.length === 0)
      throw new AppError('conflict', 'Nothing was changed: this was done already, by you or by somebody else.');
    const batch = await storeUndo(tx, changes, now);
    await settleAll(tx, changes, { actor, batch, undone: undone ?? null, now });
    const moved = changes.map(({ id: commentId, postId, from, to }) => ({ commentId, postId, from, to }));
    emit(tx, { type: 'comment.moderated', actorId: actor.id, action, batch, changes: moved });
    return { batch, changed: changes.length, skipped: ids.length - changes.length };
  });
}

function findCommentRows(tx: Tx, ids: string[]) {
  return tx.comment.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' }, select: statusChangeSelect });
}

type Applied = { actor: Actor; target: Target; now: Date; isUndone: boolean };

async function applyTarget(tx: Tx, comment: Row, { actor, target, now, isUndone }: Applied) {
  const data = {
    status: target.to,
    deletedBy: target.deletedBy,
    statusBeforeDelete: target.beforeDelete,
    deletedAt: target.to === 'deleted' ? now : null,
    // Whoever takes a decision back has not decided the opposite.
    moderatedById: isUndone ? null : actor.id,
    moderatedAt: now,
  };
  await changeStatus(tx, comment, { by: actor.id, data });
}

type Settling = { actor: Actor; batch: string; undone: string | null; now: Date };

async function settleAll(tx: Tx, changes: readonly (Change & { postId: string })[], { actor, ...settling }: Settling) {
  const settled = changes.flatMap(({ id, postId, reports }) => (reports ? [{ commentId: id, postId, reports }] : []));
  for (const { commentId, reports: settlement } of settled) {
    await settleReports(tx, { commentId, settlement, ...settling });
  }
  if (settled.length === 0) return;
  const decisions = settled.map(({ commentId, postId, reports }) => ({ commentId, postId, outcome: reports.to }));
  emit(tx, { type: 'comment.reports-decided', actorId: actor.id, decisions });
}

function targetFor(comment: Row, to: CommentStatus, isReported: boolean): Target {
  const outcome = isReported ? outcomeOf(to) : null;
  const removal = { deletedBy: 'moderator', beforeDelete: comment.status };
  return {
    to,
    ...(to === 'deleted' ? removal : { deletedBy: '', beforeDelete: '' }),
    ...(outcome && { reports: { from: 'open', to: outcome } }),
  };
}

function changeOf({ id, postId, status, deletedBy, statusBeforeDelete }: Row, { to, reports }: Target) {
  const change = { id, postId, from: status as CommentStatus, to, deletedBy, beforeDelete: statusBeforeDelete };
  return { ...change, ...(reports && { reports }) };
}
