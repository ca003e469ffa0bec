import 'server-only';
import { requireCapability } from '@/lib/auth/guards';
import type { Actor } from '@/lib/auth/actor';
import { endSessionsOf } from '@/lib/auth/session-records';
import { readDb, transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import type { Translator } from '@/lib/i18n/translator';
import { browserName } from './browser-name';
import { requireManageable } from './guards';

export type OwnSession = { id: string; userAgent: string; createdAt: Date; lastSeenAt: Date; isThisOne: boolean };

/** The actor's sessions, the current one first. */
export async function listOwnSessions(actor: Actor): Promise<OwnSession[]> {
  const rows = await readDb.session.findMany({
    where: { userId: actor.id, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: 'desc' },
    take: 50,
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
  const sessions = rows.map((row) => ({ ...row, isThisOne: row.id === actor.sessionId }));
  return sessions.sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}

/** The name of the browser that the actor uses now. */
export async function browserOfSession(actor: Actor, t: Translator) {
  const session = await readDb.session.findUnique({ where: { id: actor.sessionId }, select: { userAgent: true } });
  return browserName(session?.userAgent ?? '', t);
}

export async function signOutEverywhere(actor: Actor) {
  await transaction((tx) => endSessionsOf(actor.id, tx));
}

export async function signOutUser(actor: Actor, id: string) {
  requireCapability(actor, 'users.manage');
  await transaction(async (tx) => {
    await requireManageable(actor, id, tx);
    await endSessionsOf(id, tx);
    emit(tx, { type: 'user.signed-out', actorId: actor.id, userId: id });
  });
}
