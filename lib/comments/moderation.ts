import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import {
  moderateBatch,
  targetBefore,
  targetFor,
  type ModeratedComment,
  type ModerationBatch,
} from './moderation-batch';
import { findChanges } from './moderation-undo';
import { statusAfter, statusAfterReports, type ModerationAction, type ReportDecision } from './policy';
import { findPolicyUser, findPolicyPost, requireAllowed, type PolicyPostFields } from './policy-context';

export type Moderated = { batch: string; changed: number; skipped: number };

/** Applies an action to all of these comments in one transaction; skips those it no longer applies to. */
export async function moderateComments(actor: Actor, ids: string[], action: ModerationAction, now = new Date()) {
  return transaction((tx) => moderateWithin(tx, actor, { ids, action, now }));
}

/** The same in a transaction of the caller’s. */
export async function moderateWithin(
  tx: Tx,
  actor: Actor,
  { ids, action, now }: { ids: string[]; action: ModerationAction; now: Date },
) {
  requireCapability(actor, 'comments.moderate');
  const targetOf = (comment: ModeratedComment, isReported: boolean) => {
    const to = statusAfter(action, comment);
    return to && targetFor(comment, to, isReported);
  };
  return moderate(tx, actor, { ids, action, now, targetOf });
}

/** Decides the open reports on all of these comments in one transaction: keeps, holds or removes what was reported. */
export async function decideReports(actor: Actor, ids: string[], decision: ReportDecision, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  const targetOf = (comment: ModeratedComment, isReported: boolean) => {
    const to = isReported ? statusAfterReports(decision, comment.status) : null;
    return to && targetFor(comment, to, isReported);
  };
  return transaction((tx) => moderate(tx, actor, { ids, action: decision, now, targetOf }));
}

/** Undoes an action for all comments that are unchanged since. */
export async function undoModeration(actor: Actor, batch: string, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  const changes = await findChanges(batch, now);
  if (changes.length === 0) {
    throw new AppError('not_found', 'This can no longer be undone. Change the comments in the queue instead.');
  }
  const byId = new Map(changes.map((change) => [change.id, change]));
  const targetOf = (comment: ModeratedComment) => targetBefore(byId.get(comment.id), comment);
  const undoing = { ids: [...byId.keys()], action: 'undo', undone: batch, now, targetOf };
  return transaction((tx) => moderate(tx, actor, undoing));
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

type Moderation = Pick<ModerationBatch, 'ids' | 'action' | 'undone' | 'now' | 'targetOf'>;

async function moderate(tx: Tx, actor: Actor, moderation: Moderation): Promise<Moderated> {
  const { ids, now } = moderation;
  const user = await findPolicyUser(tx, actor, now);
  const authorise = (comment: ModeratedComment, post: PolicyPostFields) =>
    requireAllowed('approve', { user, post, comment, now });
  const done = await moderateBatch(tx, { ...moderation, by: actor.id, authorise });
  if (!done) throw new AppError('conflict', 'Nothing was changed: this was done already, by you or by somebody else.');
  return { ...done, skipped: ids.length - done.changed };
}
