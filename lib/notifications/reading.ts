import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { addressFor } from '@/lib/comments/submission';
import { db, readDb, transaction } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { discussedBy } from '@/lib/posts/post-access';
import { paths } from '@/lib/web/paths';
import { CORRECTION } from './notification';
import { told } from './told';

/** Longer than anybody is told of a comment, so that none is told twice. */
const KEEP_MS = 180 * 24 * 60 * 60 * 1000;

export const readForm = z.object({ newest: z.string().max(40) });
export const openForm = z.object({ id: z.string().min(1).max(40) });

/** Marks the actor's notifications, and decisions about their comments, as read, up to the newest that they have seen. */
export async function markAsRead(actor: Actor, { newest }: z.output<typeof readForm>, now = new Date()) {
  const seen = { where: { userId: actor.id, readAt: null, id: { lte: newest } }, data: { readAt: now } };
  await transaction(async (tx) => {
    await tx.notification.updateMany(seen);
    await tx.noteNotification.updateMany(seen);
    await tx.commentStatement.updateMany(seen);
  });
}

/**
 * Marks one of the actor's notifications as read and returns the address of what it is about. To open it twice changes
 * nothing.
 */
export async function openNotification(actor: Actor, { id }: z.output<typeof openForm>, now = new Date()) {
  const row = await readDb.notification.findFirst({
    where: { id, userId: actor.id, ...told(now) },
    select: {
      kind: true,
      comment: {
        select: {
          id: true,
          postId: true,
          path: true,
          status: true,
          correction: { select: { id: true, status: true } },
          post: { select: { slug: true } },
        },
      },
    },
  });
  if (!row) return openNote(actor, { id, now });
  await markOne(actor, { id, now });
  const { kind, comment } = row;
  const { correction, post } = comment;
  if (kind !== CORRECTION) return addressFor(comment, post);
  return correction?.status === 'accepted'
    ? paths.correction(post.slug, correction.id)
    : paths.comment(post.slug, comment.id);
}

async function openNote(actor: Actor, { id, now }: { id: string; now: Date }) {
  const row = await readDb.noteNotification.findFirst({
    where: { id, userId: actor.id, note: { post: discussedBy(actor) } },
    select: { note: { select: { id: true, postId: true } } },
  });
  if (!row) throw new AppError('not_found', 'This comment no longer exists.');
  await markOne(actor, { id, now });
  return paths.admin.postNotes(row.note.postId, row.note.id);
}

/** Marks a decision about a comment of the actor's as read and returns its address; somebody else's changes nothing. */
export async function openDecision(actor: Actor, { id }: z.output<typeof openForm>, now = new Date()) {
  await markOne(actor, { id, now });
  return paths.decision(id);
}

// Ids are unique across these tables.
async function markOne({ id: userId }: Actor, { id, now }: { id: string; now: Date }) {
  const opened = { where: { id, userId, readAt: null }, data: { readAt: now } };
  await transaction(async (tx) => {
    await tx.notification.updateMany(opened);
    await tx.noteNotification.updateMany(opened);
    await tx.commentStatement.updateMany(opened);
  });
}

/** Deletes what nobody looks for any more. */
export async function deleteOldNotifications(now = new Date()) {
  const old = { where: { createdAt: { lt: new Date(now.getTime() - KEEP_MS) } } };
  await db.notification.deleteMany(old);
  await db.noteNotification.deleteMany(old);
}
