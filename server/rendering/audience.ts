import type { IncomingMessage } from 'node:http';
import { can } from '@/lib/auth/actor';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { findActorByToken } from '@/lib/auth/session-records';
import { readSettings } from '@/lib/settings/queries';

/** Whether in-page code may run in the browser of a session: never for staff, nor for a session that is not known. */
export async function mayRunInPageCode({ headers }: Pick<IncomingMessage, 'headers'>): Promise<boolean> {
  const [actor, { noCodeForSignedIn }] = await Promise.all([actorOf(headers.cookie), readSettings()]);
  return actor !== null && !can(actor, 'admin.enter') && !noCodeForSignedIn;
}

/** Who sends these cookies; null for nobody who is known. */
export async function actorOf(cookies = '') {
  const token = onlySession(cookies);
  return token ? findActorByToken(token) : null;
}

// Of several, others might take another one.
function onlySession(cookies: string) {
  const name = `${sessionCookieName()}=`;
  const [token, ...more] = cookies.split(/; */).filter((cookie) => cookie.startsWith(name));
  return token && more.length === 0 ? decodeURIComponent(token.slice(name.length)) : null;
}
