import 'server-only';
import { db, readDb } from '@/lib/database/db';

/** How long a proof stands for a password. */
export const FRESH_MS = 15 * 60_000;

/** Records that the user of this session has just confirmed with a passkey. */
export async function noteProof(sessionId: string, now = new Date()) {
  await db.sessionProof.upsert({
    where: { sessionId },
    create: { sessionId, confirmedAt: now },
    update: { confirmedAt: now },
  });
}

/** Whether the session was begun or confirmed with a passkey. */
export async function hasProof(sessionId: string) {
  return (await readDb.sessionProof.count({ where: { sessionId } })) > 0;
}

/** Whether that was in the last minutes. */
export async function hasFreshProof(sessionId: string, freshMs = FRESH_MS) {
  const confirmedAt = { gt: new Date(Date.now() - freshMs) };
  return (await readDb.sessionProof.count({ where: { sessionId, confirmedAt } })) > 0;
}

/** Whether the person signed in or confirmed with a passkey in the last minutes. */
export async function isFreshSession(sessionId: string, freshMs = FRESH_MS) {
  const since = new Date(Date.now() - freshMs);
  const begun = await readDb.session.count({ where: { id: sessionId, createdAt: { gt: since } } });
  return begun > 0 || hasFreshProof(sessionId, freshMs);
}

/** Deletes what belongs to sessions that no longer exist. */
export async function deleteOldProofs() {
  await db.$executeRaw`DELETE FROM "SessionProof" WHERE "sessionId" NOT IN (SELECT "id" FROM "Session")`;
}
