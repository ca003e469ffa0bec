import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { db, transaction } from '@/lib/database/db';

/** Longer than anybody is told of a comment, so that none is told twice. */
const KEEP_MS = 180 * 24 * 60 * 60 * 1000;

export const readForm = z.object({ newest: z.string().max(40) });

/** Marks the actor's notifications as read, up to the newest that they have seen. */
export async function markAsRead(actor: Actor, { newest }: z.output<typeof readForm>, now = new Date()) {
  await transaction((tx) =>
    tx.notification.updateMany({
      where: { userId: actor.id, readAt: null, id: { lte: newest } },
      data: { readAt: now },
    }),
  );
}

/** Deletes what nobody looks for any more. */
export async function deleteOldNotifications(now = new Date()) {
  await db.notification.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEEP_MS) } } });
}
