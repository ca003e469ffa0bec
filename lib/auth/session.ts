import 'server-only';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { cache } from 'react';
import { reader, writer } from '@/lib/db';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { secrets } from '@/lib/secrets';
import type { Actor, Role } from './actor';

/** How long a session lasts without being used, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Not secret: tells the page's scripts that asking who is signed in is worth a request. */
export const HINT_COOKIE = 'signed-in';

export function sessionCookieName() {
  return env().siteUrl.startsWith('https:') ? '__Host-session' : 'session';
}

/** Who is acting in this request, as the database knows them now; null when nobody is signed in. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? findActorByToken(token) : null;
});

/** The same for code that has the token in hand. */
export async function findActorByToken(token: string): Promise<Actor | null> {
  const claims = await decode({ token, secret: secrets().auth }).catch(() => null);
  const id = typeof claims?.sid === 'string' ? claims.sid : null;
  if (!id) return null;
  const session = await reader.session.findUnique({
    where: { id },
    select: {
      version: true,
      expiresAt: true,
      revokedAt: true,
      user: {
        select: {
          id: true,
          name: true,
          role: true,
          sessionVersion: true,
          bannedAt: true,
          bannedUntil: true,
          deletedAt: true,
        },
      },
    },
  });
  if (!session || session.revokedAt || session.expiresAt < new Date()) return null;
  const { user } = session;
  if (user.deletedAt || user.sessionVersion !== session.version || isBanned(user)) return null;
  return { id: user.id, name: user.name, role: user.role as Role, sessionId: id };
}

export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor) throw new AppError('unauthenticated', 'Please sign in first.');
  return actor;
}

/** Makes a session for somebody who has proved who they are, and answers with the token for its cookie. */
export async function createSession(user: { id: string; sessionVersion: number }, userAgent: string) {
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
  return encode({ token: { sid: id, sub: user.id }, secret: secrets().auth, maxAge: SESSION_SECONDS });
}

function isBanned(user: { bannedAt: Date | null; bannedUntil: Date | null }) {
  return user.bannedAt !== null && (user.bannedUntil === null || user.bannedUntil > new Date());
}
