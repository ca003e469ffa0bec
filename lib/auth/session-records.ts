import 'server-only';
import { LRUCache } from 'lru-cache';
import { encode } from 'next-auth/jwt';
import { readDb, db, type Tx } from '@/lib/database/db';
import { databaseProblemIn } from '@/lib/database/problems';
import { newId } from '@/lib/platform/ids';
import { log } from '@/lib/platform/log';
import { secrets } from '@/lib/secrets/secrets';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { can, type Actor, type Role } from './actor';
import { isBanned } from './bans';
import { openToken } from './session-cookie';

// Nothing here may import next/headers: the server loads this before Next has made itself at home in the process.

/** How long a session lasts at the very most, in seconds; the shorter bounds below depend on who it belongs to. */
export const SESSION_SECONDS = 90 * 24 * 60 * 60;

/** The same of a session that could not be written. */
const UNSAVED_SECONDS = 60 * 60;

/** Sessions that ended in this process without a mark in their row: they have none, or the disk was full. */
const endedHere = new LRUCache<string, true>({ max: 10_000 });

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Who runs the site is signed out sooner: a forgotten browser must not be a way in. */
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
} as const;

type SessionUser = Prisma.UserGetPayload<{ select: typeof sessionUser }>;

/** Who a session's token stands for, as the database knows them now. */
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
  return actorOf(user, id);
}

/**
 * Creates a session for a verified user and returns the token for its cookie. On a full disk, which someone must be
 * able to look into, the token stands for itself: for an hour, and until all sessions are ended.
 */
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

/** The same without the token, for next-auth, which makes it itself. */
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
    // The browser forgets it all the same; a failed write must not keep anyone from signing in or out.
    if (databaseProblemIn(error) !== 'full') throw error;
    endedHere.set(id, true);
    log.error({ event: 'session_not_revoked', error }, 'session not revoked');
  }
}

/** Ends every session of a person, and with `keep` spares the one that asks. To be called where the reason is written. */
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

/** Forgets sessions that ended long ago, and marks those that could not be marked when they ended. */
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
  return actorOf(user, id);
}

function actorOf(user: SessionUser, sessionId: string): Actor {
  const { id, name, role, emailVerifiedAt } = user;
  return { id, name, role: role as Role, sessionId, emailVerified: emailVerifiedAt !== null };
}

function hasEnded(session: { createdAt: Date; lastSeenAt: Date; expiresAt: Date }, role: Role) {
  const { idle, total } = can({ role }, 'users.manage') ? bounds.runner : bounds.reader;
  const now = Date.now();
  if (session.expiresAt.getTime() < now) return true;
  return session.createdAt.getTime() + total < now || session.lastSeenAt.getTime() + idle < now;
}

// Precision of an hour is enough, and saves a write per request. A failed write must not sign anyone out.
async function updateLastSeen(id: string, lastSeenAt: Date) {
  if (lastSeenAt.getTime() > Date.now() - HOUR_MS) return;
  await db.session
    .updateMany({ where: { id, lastSeenAt }, data: { lastSeenAt: new Date() } })
    .catch((error: unknown) => log.warn({ event: 'session_update_failed', error }, 'session not updated'));
}
