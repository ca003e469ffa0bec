import 'server-only';
import { LRUCache } from 'lru-cache';
import { encode } from 'next-auth/jwt';
import { readDb, db, type Tx } from '@/lib/database/db';
import { databaseProblemIn } from '@/lib/database/problems';
import { newId } from '@/lib/platform/ids';
import { isDashboardLanguage } from '@/lib/i18n/admin/dashboard-language';
import { log } from '@/lib/platform/log';
import { secrets } from '@/lib/secrets/secrets';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { can, type Actor, type Role } from './actor';
import { isBanned } from './bans';
import { hasProof } from './session-proof';
import { openToken } from './session-cookie';

// Nothing here may import next/headers: the server loads this before Next has made itself at home in the process.

export const SESSION_SECONDS = 90 * 24 * 60 * 60;

const UNSAVED_SECONDS = 60 * 60;

/** Sessions ended in this process that have no row or could not be marked (full disk). */
const endedHere = new LRUCache<string, true>({ max: 10_000 });

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Staff sessions are shorter: a forgotten browser must not give access. */
const bounds = { reader: { idle: 30 * DAY_MS, total: 90 * DAY_MS }, runner: { idle: 12 * HOUR_MS, total: 7 * DAY_MS } };

const sessionUser = {
  id: true,
  name: true,
  role: true,
  emailVerifiedAt: true,
  sessionVersion: true,
  bannedAt: true,
  bannedUntil: true,
  deletedAt: true,
  dashboardLanguage: true,
} as const;

type SessionUser = Prisma.UserGetPayload<{ select: typeof sessionUser }>;

/** The current actor of a session token, or null. */
export async function findActorByToken(token: string): Promise<Actor | null> {
  const claims = await claimsOf(token);
  if (!claims || endedHere.has(claims.id)) return null;
  const { id } = claims;
  if (claims.unwritten) return findActorUnwritten(id, claims.unwritten);
  const session = await readDb.session.findUnique({
    where: { id },
    select: {
      version: true,
      createdAt: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      user: { select: sessionUser },
    },
  });
  if (!session || session.revokedAt) return null;
  const { user } = session;
  const role = user.role as Role;
  if (hasEnded(session, role) || user.sessionVersion !== session.version) return null;
  if (user.deletedAt || isBanned(user)) return null;
  await updateLastSeen(id, session.lastSeenAt);
  return withDuties(actorOf(user, id));
}

/** Creates a session and returns its token. With a full disk, the token is valid for an hour without a row. */
export async function createSession(user: { id: string; sessionVersion: number }, userAgent: string) {
  const secret = secrets().auth;
  try {
    const id = await createSessionRow(user, userAgent);
    return await encode({ token: { sid: id, sub: user.id }, secret, maxAge: SESSION_SECONDS });
  } catch (error) {
    if (databaseProblemIn(error) !== 'full') throw error;
    const token = { sid: newId(), sub: user.id, unwritten: user.sessionVersion };
    return encode({ token, secret, maxAge: UNSAVED_SECONDS });
  }
}

export async function createSessionRow(user: { id: string; sessionVersion: number }, userAgent: string) {
  const id = newId();
  const now = new Date();
  await db.session.create({
    data: {
      id,
      userId: user.id,
      version: user.sessionVersion,
      userAgent: userAgent.slice(0, 200),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    },
  });
  return id;
}

/** Ends the session of a token, for every copy of it. */
export async function revokeSessionOf(token: string) {
  const claims = await claimsOf(token);
  if (!claims) return;
  const { id } = claims;
  if (claims.unwritten) return void endedHere.set(id, true);
  try {
    await markRevoked([id]);
  } catch (error) {
    // A failed write must not prevent signing in or out.
    if (databaseProblemIn(error) !== 'full') throw error;
    endedHere.set(id, true);
    log.error({ event: 'session_not_revoked', error }, 'session not revoked');
  }
}

/** Ends every session of a user except `keep`, in the transaction that states the reason. */
export async function endSessionsOf(userId: string, tx: Tx, keep: string | null = null) {
  const { sessionVersion } = await tx.user.update({
    where: { id: userId },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  await tx.session.updateMany({
    where: { userId, revokedAt: null, ...(keep ? { id: { not: keep } } : {}) },
    data: { revokedAt: new Date() },
  });
  if (keep) await tx.session.updateMany({ where: { id: keep, userId }, data: { version: sessionVersion } });
}

/** Deletes expired sessions and marks those that could not be marked when they ended. */
export async function deleteExpiredSessions() {
  await markRevoked([...endedHere.keys()]);
  const monthAgo = new Date(Date.now() - 30 * DAY_MS);
  await db.session.deleteMany({
    where: { OR: [{ expiresAt: { lt: monthAgo } }, { revokedAt: { lt: monthAgo } }] },
  });
}

async function markRevoked(ids: string[]) {
  if (ids.length === 0) return;
  await db.session.updateMany({ where: { id: { in: ids }, revokedAt: null }, data: { revokedAt: new Date() } });
}

type Unwritten = { userId: string; version: number };

async function claimsOf(token: string): Promise<{ id: string; unwritten: Unwritten | null } | null> {
  const claims = await openToken(token);
  if (typeof claims?.sid !== 'string') return null;
  const { sid: id, sub: userId, unwritten: version } = claims;
  return { id, unwritten: userId && typeof version === 'number' ? { userId, version } : null };
}

async function findActorUnwritten(id: string, { userId, version }: Unwritten): Promise<Actor | null> {
  const user = await readDb.user.findUnique({ where: { id: userId }, select: sessionUser });
  if (!user || user.sessionVersion !== version || user.deletedAt || isBanned(user)) return null;
  return withDuties(actorOf(user, id));
}

// Read from the database, because settings stand above this folder and count from the next request on.
async function withDuties(actor: Actor): Promise<Actor> {
  if (!can(actor, 'admin.enter')) return actor;
  const asked = await readDb.setting.count({ where: { key: 'staffPasskeys', value: 'true' } });
  return asked > 0 && !(await hasProof(actor.sessionId)) ? { ...actor, needsPasskey: true } : actor;
}

function actorOf(user: SessionUser, sessionId: string): Actor {
  const { id, name, role, emailVerifiedAt, dashboardLanguage } = user;
  const actor = { id, name, role: role as Role, sessionId, emailVerified: emailVerifiedAt !== null };
  return isDashboardLanguage(dashboardLanguage) ? { ...actor, dashboardLanguage } : actor;
}

function hasEnded(session: { createdAt: Date; lastSeenAt: Date; expiresAt: Date }, role: Role) {
  const { idle, total } = can({ role }, 'users.manage') ? bounds.runner : bounds.reader;
  const now = Date.now();
  if (session.expiresAt.getTime() < now) return true;
  return session.createdAt.getTime() + total < now || session.lastSeenAt.getTime() + idle < now;
}

async function updateLastSeen(id: string, lastSeenAt: Date) {
  if (lastSeenAt.getTime() > Date.now() - HOUR_MS) return;
  await db.session
    .updateMany({ where: { id, lastSeenAt }, data: { lastSeenAt: new Date() } })
    .catch((error: unknown) => log.warn({ event: 'session_update_failed', error }, 'session not updated'));
}
