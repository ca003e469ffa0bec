import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { db, transaction } from '@/lib/database/db';

/** Longer than anybody is told of a comment, so that none is told twice. */
const KEEP_MS = 180 * 24 * 60 * 60 * 1000;

export const readForm = z.object({ newest: z.string().max(40) });

/** Marks the actor's notifications, and decisions about their comments, as read, up to the newest that they have seen. */
export async function markAsRead(actor: Actor, { newest }: z.output<typeof readForm>, now = new Date()) {
  const seen = { where: { userId: actor.id, readAt: null, id: { lte: newest } }, data: { readAt: now } };
  await transaction(async (tx) => {
    await tx.notification.updateMany(seen);
    await tx.commentStatement.updateMany(seen);
  });
}

/** Deletes what nobody looks for any more. */
export async function deleteOldNotifications(now = new Date()) {
  await db.notification.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEEP_MS) } } });
}
