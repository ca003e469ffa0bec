import 'server-only';
// With its extension, so that the browser tests, which plain Node loads, find it too.
import { cookies, headers } from 'next/headers.js';
import { cache } from 'react';
import type { Actor } from './actor';
import { isSecure, sessionCookieName } from './session-cookie';
import { createSession, findActorByToken, revokeSessionOf, SESSION_SECONDS } from './session-records';

/** Not secret: tells the page's scripts that requesting the current user is worthwhile. */
export const HINT_COOKIE = 'signed-in';

/** The actor of this request, or null when signed out. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? findActorByToken(token) : null;
});

/** Replaces this browser's session by a new one, sets both cookies and returns the actor. */
export async function startSession(user: { id: string; sessionVersion: number }): Promise<Actor | null> {
  const jar = await cookies();
  const former = jar.get(sessionCookieName())?.value;
  if (former) await revokeSessionOf(former);
  const userAgent = (await headers()).get('user-agent') ?? '';
  const token = await createSession(user, userAgent);
  jar.set(sessionCookieName(), token, sessionCookieOptions());
  await setHint();
  return findActorByToken(token);
}

export async function endSession() {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (token) await revokeSessionOf(token);
  await clearSessionCookie();
}

export async function clearSessionCookie() {
  const jar = await cookies();
  for (const name of [sessionCookieName(), HINT_COOKIE]) {
    if (jar.has(name)) jar.set(name, '', { ...sessionCookieOptions(), httpOnly: name !== HINT_COOKIE, maxAge: 0 });
  }
}

export async function setHint() {
  (await cookies()).set(HINT_COOKIE, '1', { ...sessionCookieOptions(), httpOnly: false });
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), maxAge: SESSION_SECONDS } as const;
}
