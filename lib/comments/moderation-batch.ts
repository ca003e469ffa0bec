import 'server-only';
import type { Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import type { CommentStatus } from './comment';
import { storeChanges, type Change } from './moderation-undo';
import { findPolicyPost, type PolicyPostFields } from './policy-context';
import { findReported, outcomeOf, settleReports, type Settlement } from './reports/settling';
import { changeStatus, lockThread, statusChangeSelect } from './thread-store';

export type ModeratedComment = Awaited<ReturnType<typeof findCommentRows>>[number];
/** The status to be, which may be that it has, and what that decides about reports. */
export type Target = { to: CommentStatus; deletedBy: string; beforeDelete: string; reports?: Settlement };
export type ModerationBatch = {
  ids: readonly string[];
  by: string;
  /** For the audit log. */
  action: string;
  /** The batch that this one takes back. */
  undone?: string | undefined;
  now: Date;
  /** Throws unless this may be done. */
  authorise: (comment: ModeratedComment, post: PolicyPostFields) => void;
  /** What becomes of a comment; null: it stays as it is. */
  targetOf: (comment: ModeratedComment, isReported: boolean) => Target | null;
};

/** Moderates comments together, and stores what undoes that; null if none was changed. */
export async function moderateBatch(tx: Tx, { ids, by, action, undone, now, ...rules }: ModerationBatch) {
  // Ordered by post id to avoid deadlocks between moderators.
  const postIds = [...new Set((await findCommentRows(tx, ids)).map((row) => row.postId))].sort();
  for (const postId of postIds) await lockThread(tx, postId);
  const reported = await findReported(tx, [...ids]);
  const changes: (Change & { postId: string })[] = [];
  for (const comment of await findCommentRows(tx, ids)) {
    const post = await findPolicyPost(tx, comment.postId, now);
    if (!post) continue;
    rules.authorise(comment, post);
    const target = rules.targetOf(comment, reported.has(comment.id));
    if (!target) continue;
    if (target.to !== comment.status)
      await applyTarget(tx, comment, { by, target, now, isUndone: undone !== undefined });
    changes.push(changeOf(comment, target));
  }
  if (changes.length === 0) return null;
  const batch = await storeChanges(tx, changes, now);
  await settleAll(tx, changes, { by, batch, undone: undone ?? null, now });
  const moved = changes.map(({ id: commentId, postId, from, to }) => ({ commentId, postId, from, to }));
  emit(tx, { type: 'comment.moderated', actorId: by, action, batch, changes: moved });
  return { batch, changed: changes.length };
}

/** What an action of a moderator makes of a comment. */
export function targetFor(comment: ModeratedComment, to: CommentStatus, isReported: boolean): Target {
  const outcome = isReported ? outcomeOf(to) : null;
  const removal = { deletedBy: 'moderator', beforeDelete: comment.status };
  return {
    to,
    ...(to === 'deleted' ? removal : { deletedBy: '', beforeDelete: '' }),
    ...(outcome && { reports: { from: 'open', to: outcome } }),
  };
}

/** What takes a change back, for a comment that was not changed since. */
export function targetBefore(change: Change | undefined, comment: ModeratedComment): Target | null {
  if (!change || comment.status !== change.to) return null;
  const { from, deletedBy, beforeDelete, reports } = change;
  return { to: from, deletedBy, beforeDelete, ...(reports && { reports: { from: reports.to, to: reports.from } }) };
}

function findCommentRows(tx: Tx, ids: readonly string[]) {
  return tx.comment.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' }, select: statusChangeSelect });
}

type Applied = { by: string; target: Target; now: Date; isUndone: boolean };

async function applyTarget(tx: Tx, comment: ModeratedComment, { by, target, now, isUndone }: Applied) {
  const data = {
    status: target.to,
    deletedBy: target.deletedBy,
    statusBeforeDelete: target.beforeDelete,
    deletedAt: target.to === 'deleted' ? now : null,
    // Whoever takes a decision back has not decided the opposite.
    moderatedById: isUndone ? null : by,
    moderatedAt: now,
  };
  await changeStatus(tx, comment, { by, data });
}

type Settling = { by: string; batch: string; undone: string | null; now: Date };

async function settleAll(tx: Tx, changes: readonly (Change & { postId: string })[], { by, ...settling }: Settling) {
  const settled = changes.flatMap(({ id, postId, reports }) => (reports ? [{ commentId: id, postId, reports }] : []));
  for (const { commentId, reports: settlement } of settled) {
    await settleReports(tx, { commentId, settlement, ...settling });
  }
  if (settled.length === 0) return;
  const decisions = settled.map(({ commentId, postId, reports }) => ({ commentId, postId, outcome: reports.to }));
  emit(tx, { type: 'comment.reports-decided', actorId: by, decisions });
}

function changeOf({ id, postId, status, deletedBy, statusBeforeDelete }: ModeratedComment, { to, reports }: Target) {
  const change = { id, postId, from: status as CommentStatus, to, deletedBy, beforeDelete: statusBeforeDelete };
  return { ...change, ...(reports && { reports }) };
}
