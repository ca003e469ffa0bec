import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, writer, type Tx } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { commentStatuses, type CommentStatus } from './comment';
import { statusAfter, type ModerationAct } from './policy';
import { findPerson, findPostFacts, requireAllowed } from './standing';
import { changeStatus, changing, lockThread } from './thread-writing';

/** What one act changed: kept in the audit log, so that it can be taken back exactly. */
type Change = { id: string; from: string; to: string; deletedBy: string; beforeDelete: string };

export type Moderated = { batch: string; changed: number; skipped: number; postIds: string[] };

/** Does one act to all of these comments, together or not at all. Those on which it makes no sense any more are skipped. */
export async function moderateComments(actor: Actor, ids: string[], act: ModerationAct, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  return actOn(actor, { ids, action: `comment.${act}`, now }, (comment) => {
    const to = statusAfter(act, comment);
    return (
      to && { to, deletedBy: to === 'deleted' ? 'moderator' : '', beforeDelete: to === 'deleted' ? comment.status : '' }
    );
  });
}

/** Takes back an earlier act: every comment that is still as the act left it gets the state it had before. */
export async function undoModeration(actor: Actor, batch: string, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  const entry = await writer.auditEntry.findFirst({
    where: { id: batch, subjectType: 'comment' },
    select: { data: true },
  });
  const changes = readChanges(entry?.data ?? '{}');
  if (changes.length === 0) throw new AppError('not_found', 'There is nothing to take back.');
  const byId = new Map(changes.map((change) => [change.id, change]));
  return actOn(actor, { ids: [...byId.keys()], action: 'comment.undo', now }, (comment) => {
    const change = byId.get(comment.id);
    if (!change || comment.status !== change.to) return null;
    return { to: change.from as CommentStatus, deletedBy: change.deletedBy, beforeDelete: change.beforeDelete };
  });
}

/** Closes a conversation with the reason that readers will see in place of the form; an empty reason opens it again. */
export async function lockConversation(actor: Actor, postId: string, reason: string, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  return transaction(async (tx) => {
    const post = await findPostFacts(tx, postId, now);
    if (!post) throw new AppError('not_found', 'This post is no longer there.');
    requireAllowed('lock', { person: await findPerson(tx, actor, now), post, comment: null, now });
    // Raw, so that locking does not look like an edit of the post.
    await tx.$executeRaw`UPDATE "Post" SET "commentsLockedReason" = ${reason} WHERE "id" = ${postId}`;
    await record(tx, actor, {
      action: reason ? 'comment.lock' : 'comment.unlock',
      subjectId: postId,
      data: { reason },
      now,
    });
    return { postId, slug: post.slug };
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof findRows>>[number]>;
type Target = { to: CommentStatus; deletedBy: string; beforeDelete: string };

async function actOn(
  actor: Actor,
  { ids, action, now }: { ids: string[]; action: string; now: Date },
  targetOf: (comment: Row) => Target | null,
): Promise<Moderated> {
  return transaction(async (tx) => {
    const person = await findPerson(tx, actor, now);
    // In the order of the posts' ids, so that two moderators never wait for each other.
    const postIds = [...new Set((await findRows(tx, ids)).map((row) => row.postId))].sort();
    for (const postId of postIds) await lockThread(tx, postId);
    const changes: Change[] = [];
    for (const comment of await findRows(tx, ids)) {
      const post = await findPostFacts(tx, comment.postId, now);
      if (!post) continue;
      requireAllowed('approve', { person, post, comment, now });
      const target = targetOf(comment);
      if (!target || target.to === comment.status) continue;
      await applyTarget(tx, comment, { actor, target, now });
      changes.push({
        id: comment.id,
        from: comment.status,
        to: target.to,
        deletedBy: comment.deletedBy,
        beforeDelete: comment.statusBeforeDelete,
      });
    }
    if (changes.length === 0)
      throw new AppError('conflict', 'Nothing changed: somebody else was quicker, or it is already so.');
    const batch = await recordBatch(tx, actor, { action, changes, now });
    return { batch, changed: changes.length, skipped: ids.length - changes.length, postIds };
  });
}

function findRows(tx: Tx, ids: string[]) {
  return tx.comment.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' }, select: changing });
}

async function applyTarget(tx: Tx, comment: Row, { actor, target, now }: { actor: Actor; target: Target; now: Date }) {
  await changeStatus(tx, comment, {
    status: target.to,
    deletedBy: target.deletedBy,
    statusBeforeDelete: target.beforeDelete,
    deletedAt: target.to === 'deleted' ? now : null,
    moderatedById: actor.id,
    moderatedAt: now,
  });
}

// One entry for each comment, so that its history can be asked for; and one for the whole where it was several.
async function recordBatch(
  tx: Tx,
  actor: Actor,
  { action, changes, now }: { action: string; changes: Change[]; now: Date },
) {
  if (changes.length === 1) return record(tx, actor, { action, subjectId: changes[0]!.id, data: { changes }, now });
  const batch = await record(tx, actor, { action, subjectId: '', data: { changes }, now });
  for (const { id, from, to } of changes)
    await record(tx, actor, { action, subjectId: id, data: { batch, from, to }, now });
  return batch;
}

async function record(tx: Tx, actor: Actor, entry: { action: string; subjectId: string; data: object; now: Date }) {
  const id = newId();
  const { action, subjectId, data, now } = entry;
  const subjectType = action.endsWith('lock') ? 'post' : 'comment';
  await tx.auditEntry.create({
    data: { id, actorId: actor.id, action, subjectType, subjectId, data: JSON.stringify(data), createdAt: now },
  });
  return id;
}

function readChanges(data: string): Change[] {
  const { changes } = JSON.parse(data) as { changes?: Change[] };
  const known = new Set<string>(commentStatuses);
  return (changes ?? []).filter((change) => known.has(change.from) && known.has(change.to));
}
