import 'server-only';
import { cookies, headers } from 'next/headers.js';
import { decode, encode } from 'next-auth/jwt';
import { cache } from 'react';
import { reader, writer, type Tx } from '@/lib/db';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { secrets } from '@/lib/secrets';
import { can, type Actor, type Role } from './actor';

/** How long a session lasts at the very most, in seconds; the shorter bounds below depend on who it belongs to. */
export const SESSION_SECONDS = 90 * 24 * 60 * 60;

/** Not secret: tells the page's scripts that asking who is signed in is worth a request. */
export const HINT_COOKIE = 'signed-in';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** Who runs the site is signed out sooner: a forgotten browser must not be a way in. */
const bounds = { reader: { idle: 30 * DAY, total: 90 * DAY }, runner: { idle: 12 * HOUR, total: 7 * DAY } };

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

export function sessionCookieName() {
  return isSecure() ? '__Host-session' : 'session';
}

/** Who is acting in this request, as the database knows them now; null when nobody is signed in. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? findActorByToken(token) : null;
});

/** The same for code that has the token in hand. */
export async function findActorByToken(token: string): Promise<Actor | null> {
  const id = await sessionIdIn(token);
  if (!id) return null;
  const session = await reader.session.findUnique({
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
  await noteSeen(id, session.lastSeenAt);
  return { id: user.id, name: user.name, role, sessionId: id, emailVerified: user.emailVerifiedAt !== null };
}

export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor) throw new AppError('unauthenticated', 'Please sign in first.');
  return actor;
}

/** Makes a session for somebody who has proved who they are, and answers with the token for its cookie. */
export async function createSession(user: { id: string; sessionVersion: number }, userAgent: string) {
  const id = await createSessionRow(user, userAgent);
  return sessionToken({ sid: id, sub: user.id });
}

export async function createSessionRow(user: { id: string; sessionVersion: number }, userAgent: string) {
  const id = newId();
  const now = new Date();
  await writer.session.create({
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

/** Signs this browser in: a new session takes the place of the one it had, and both cookies are set. */
export async function startSession(user: { id: string; sessionVersion: number }) {
  const jar = await cookies();
  const former = jar.get(sessionCookieName())?.value;
  if (former) await revokeSessionOf(former);
  const userAgent = (await headers()).get('user-agent') ?? '';
  jar.set(sessionCookieName(), await createSession(user, userAgent), sessionCookieOptions());
  await setHint();
}

/** Signs this browser out: its session is over for whoever holds a copy of the cookie, too. */
export async function endSession() {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (token) await revokeSessionOf(token);
  await forgetSession();
}

/** Takes both cookies from a browser whose session is over. */
export async function forgetSession() {
  const jar = await cookies();
  for (const name of [sessionCookieName(), HINT_COOKIE]) {
    if (jar.has(name)) jar.set(name, '', { ...sessionCookieOptions(), httpOnly: name !== HINT_COOKIE, maxAge: 0 });
  }
}

export async function setHint() {
  (await cookies()).set(HINT_COOKIE, '1', { ...sessionCookieOptions(), httpOnly: false });
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

export function sessionToken(claims: { sid: string; sub: string }) {
  return encode({ token: claims, secret: secrets().auth, maxAge: SESSION_SECONDS });
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), maxAge: SESSION_SECONDS } as const;
}

export function isBanned(user: { bannedAt: Date | null; bannedUntil: Date | null }) {
  return user.bannedAt !== null && (user.bannedUntil === null || user.bannedUntil > new Date());
}

function isSecure() {
  return env().siteUrl.startsWith('https:');
}

async function sessionIdIn(token: string) {
  const claims = await decode({ token, secret: secrets().auth }).catch(() => null);
  return typeof claims?.sid === 'string' ? claims.sid : null;
}

async function revokeSessionOf(token: string) {
  const id = await sessionIdIn(token);
  if (id) await writer.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
}

function hasEnded(session: { createdAt: Date; lastSeenAt: Date; expiresAt: Date }, role: Role) {
  const { idle, total } = can({ role }, 'people.manage') ? bounds.runner : bounds.reader;
  const now = Date.now();
  if (session.expiresAt.getTime() < now) return true;
  return session.createdAt.getTime() + total < now || session.lastSeenAt.getTime() + idle < now;
}

// An hour's precision is enough, and spares a write with every request.
async function noteSeen(id: string, lastSeenAt: Date) {
  if (lastSeenAt.getTime() > Date.now() - HOUR) return;
  await writer.session.updateMany({ where: { id, lastSeenAt }, data: { lastSeenAt: new Date() } });
}
