import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { MAX_MUTED } from './muting';

/** Further comments of muted people in one thread are shown. */
const MAX_HIDDEN = 500;

/** Whom the actor has muted, the last first. */
export async function listMuted({ id: userId }: Actor) {
  const rows = await readDb.mute.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'desc' }, { mutedId: 'desc' }],
    take: MAX_MUTED,
    select: { muted: { select: { id: true, name: true } } },
  });
  return rows.map(({ muted }) => muted);
}

/** The comments on a post that the actor does not want to read. */
export async function listMutedComments({ id: userId }: Actor, postId: string) {
  const muted = await readDb.mute.findMany({ where: { userId }, take: MAX_MUTED, select: { mutedId: true } });
  if (muted.length === 0) return [];
  const rows = await readDb.comment.findMany({
    where: { postId, status: 'approved', authorId: { in: muted.map(({ mutedId }) => mutedId) } },
    orderBy: { createdAt: 'desc' },
    take: MAX_HIDDEN,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Whether the actor has muted somebody. */
export async function isMuted({ id: userId }: Actor, mutedId: string) {
  const found = await readDb.mute.findUnique({
    where: { userId_mutedId: { userId, mutedId } },
    select: { userId: true },
  });
  return found !== null;
}
