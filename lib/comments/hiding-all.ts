import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { HIDE_COMMENTS } from '@/lib/events/subscribers';
import type { JobResult } from '@/lib/outbox/worker';
import { enqueue } from '@/lib/outbox/queueing';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { moderateBatch, targetBefore, targetFor } from './moderation-batch';
import { UNDO_DAYS } from '@/lib/database/undo';
import { findChanges } from './moderation-undo';
import { requireReader } from './restricting';

/** So few that other writers of SQLite wait for a moment only. */
const PORTION = 50;
/** One job does no more, and leaves the rest to another: other jobs are done between them. */
const PORTIONS_AT_ONCE = 40;

const payloadSchema = z.object({ hidingId: z.string() });
const batchList = z.array(z.string());

/** The comments of an author that readers or their author see at present. */
function standingOf(authorId: string, until: Date) {
  return {
    authorId,
    status: { in: ['approved', 'pending', 'shadowed'] },
    createdAt: { lte: until },
  } satisfies Prisma.CommentWhereInput;
}

/**
 * Hides all comments that a reader has written so far, the first at once and the others in the background. For a week
 * `undoHiding` shows again exactly those that it hid. Answers how many there are.
 */
export async function hideAllBy(actor: Actor, authorId: string, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  const id = newId();
  const begun = await transaction(async (tx) => {
    const { name } = await requireReader(tx, authorId);
    // Locks the author, so that what is pressed twice is begun once.
    await tx.user.update({ where: { id: authorId }, data: { updatedAt: now }, select: { id: true } });
    const busy = { authorId, status: { in: ['running', 'undoing'] } };
    if (await tx.commentHiding.findFirst({ where: busy, select: { id: true } })) {
      throw new AppError('conflict', 'Their comments are being changed already. Look again in a moment.');
    }
    const total = await tx.comment.count({ where: standingOf(authorId, now) });
    if (total === 0) throw new AppError('conflict', 'There is nothing to hide: no comment of theirs is shown.');
    const row = { id, authorId, hiddenById: actor.id, status: 'running', total, createdAt: now };
    await tx.commentHiding.create({ data: row, select: { id: true } });
    emit(tx, { type: 'user.comments-hidden', actorId: actor.id, userId: authorId, hidingId: id, count: total });
    return { name, total };
  });
  await workOn(id, 1, now);
  return begun;
}

/** Shows again what `hideAllBy` hid and nobody changed since, also while it goes on; what had been removed before stays so. */
export async function undoHiding(actor: Actor, id: string, now = new Date()) {
  requireCapability(actor, 'comments.moderate');
  const authorId = await transaction(async (tx) => {
    const createdAt = { gt: new Date(now.getTime() - UNDO_DAYS * 86_400_000) };
    const { count } = await tx.commentHiding.updateMany({
      where: { id, status: { in: ['running', 'done'] }, createdAt },
      data: { status: 'undoing', undoneById: actor.id },
    });
    if (count === 0) throw new AppError('not_found', 'This was undone already, or longer ago than a week.');
    const { authorId: userId } = await tx.commentHiding.findUniqueOrThrow({
      where: { id },
      select: { authorId: true },
    });
    emit(tx, { type: 'user.comments-shown-again', actorId: actor.id, userId, hidingId: id });
    return userId;
  });
  await workOn(id, 1, now);
  return { authorId };
}

/** The job that goes on with what was begun, or with undoing it. */
export async function continueHiding(payload: unknown, now = new Date()): Promise<JobResult> {
  const { hidingId } = payloadSchema.parse(payload);
  const isFinished = await workOn(hidingId, PORTIONS_AT_ONCE, now);
  if (!isFinished) {
    await transaction((tx) => enqueue({ event: HIDE_COMMENTS, payload: { hidingId }, priority: 'bulk' }, tx));
  }
  return 'done';
}

/** Whether nothing is left to do. */
async function workOn(id: string, portions: number, now: Date) {
  for (let portion = 0; portion < portions; portion += 1) {
    if (!(await transaction((tx) => doPortion(tx, id, now)))) return true;
  }
  return false;
}

/** Whether there may be more. */
async function doPortion(tx: Tx, id: string, now: Date) {
  // Locks the row: the request that began it and the job take turns.
  const where = { id, status: { in: ['running', 'undoing'] } };
  const { count } = await tx.commentHiding.updateMany({ where, data: { touchedAt: now } });
  if (count === 0) return false;
  const hiding = await tx.commentHiding.findUniqueOrThrow({ where: { id } });
  return hiding.status === 'running' ? hidePortion(tx, hiding, now) : undoPortion(tx, hiding, now);
}

type Hiding = Prisma.CommentHidingGetPayload<object>;

async function hidePortion(tx: Tx, hiding: Hiding, now: Date) {
  const found = await tx.comment.findMany({
    where: standingOf(hiding.authorId, hiding.createdAt),
    orderBy: { createdAt: 'asc' },
    take: PORTION,
    select: { id: true },
  });
  const done = await moderateBatch(tx, {
    ids: found.map(({ id }) => id),
    by: hiding.hiddenById,
    action: 'hide',
    now,
    authorise: () => {},
    targetOf: (comment, isReported) => targetFor(comment, 'hidden', isReported),
  });
  const batches = done ? [...batchesOf(hiding), done.batch] : batchesOf(hiding);
  const hasMore = done !== null && found.length === PORTION;
  await store(tx, hiding.id, {
    batches: JSON.stringify(batches),
    hidden: { increment: done?.changed ?? 0 },
    ...(hasMore ? {} : { status: 'done' }),
  });
  return hasMore;
}

async function undoPortion(tx: Tx, hiding: Hiding, now: Date) {
  const batches = batchesOf(hiding);
  const last = batches.pop();
  const changes = new Map(
    last === undefined ? [] : (await findChanges(last, now)).map((change) => [change.id, change]),
  );
  const undone = await moderateBatch(tx, {
    ids: [...changes.keys()],
    by: hiding.undoneById ?? hiding.hiddenById,
    action: 'undo',
    undone: last,
    now,
    authorise: () => {},
    targetOf: (comment) => targetBefore(changes.get(comment.id), comment),
  });
  await store(tx, hiding.id, {
    batches: JSON.stringify(batches),
    hidden: { decrement: undone?.changed ?? 0 },
    ...(batches.length > 0 ? {} : { status: 'undone' }),
  });
  return batches.length > 0;
}

function batchesOf({ batches }: Hiding) {
  return batchList.parse(JSON.parse(batches));
}

async function store(tx: Tx, id: string, data: Prisma.CommentHidingUpdateInput) {
  await tx.commentHiding.update({ where: { id }, data, select: { id: true } });
}
