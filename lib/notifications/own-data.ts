import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb, type Tx } from '@/lib/database/db';
import { findChoices } from './choices';

/** What is stored of a person here, for the file with their own data. */
export async function exportNotifications(actor: Actor) {
  const [choices, told, ofNotes, follows, followsReplies, emailRefusal] = await Promise.all([
    findChoices(actor),
    readDb.notification.findMany({
      where: { userId: actor.id },
      orderBy: { id: 'asc' },
      select: { commentId: true, kind: true, createdAt: true, emailedAt: true, readAt: true },
    }),
    readDb.noteNotification.findMany({
      where: { userId: actor.id },
      orderBy: { id: 'asc' },
      select: { noteId: true, createdAt: true, readAt: true },
    }),
    readDb.postFollow.findMany({
      where: { userId: actor.id },
      orderBy: { createdAt: 'asc' },
      select: { postId: true, createdAt: true },
    }),
    readDb.commentFollow.findMany({
      where: { userId: actor.id },
      orderBy: { createdAt: 'asc' },
      select: { commentId: true, createdAt: true },
    }),
    readDb.emailRefusal.findUnique({
      where: { userId: actor.id },
      select: { email: true, reply: true, refusedAt: true, triedAgainAt: true },
    }),
  ]);
  return { choices, told, ofNotes, follows, followsReplies, emailRefusal };
}

/** Deletes all of it. */
export async function deleteNotificationsOf(userId: string, tx: Tx) {
  await tx.notification.deleteMany({ where: { userId } });
  await tx.noteNotification.deleteMany({ where: { userId } });
  await tx.postFollow.deleteMany({ where: { userId } });
  await tx.commentFollow.deleteMany({ where: { userId } });
  await tx.notificationChoice.deleteMany({ where: { userId } });
  await tx.emailRefusal.deleteMany({ where: { userId } });
}
