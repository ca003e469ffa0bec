import 'server-only';
import { env } from '@/lib/env';
import { secrets } from '@/lib/secrets';

export function isSecure() {
  return env().siteUrl.startsWith('https:');
}

export function sessionCookieName() {
  return isSecure() ? '__Host-session' : 'session';
}

/** What a session's token says, if this site made it and its time is not over; whether the session still is, its row tells. */
export async function openToken(token: string) {
  // Only when it is wanted: the process before Next opens tokens now and then.
  const { decode } = await import('next-auth/jwt');
  return decode({ token, secret: secrets().auth }).catch(() => null);
}
