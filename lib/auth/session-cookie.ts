import 'server-only';
import { env } from '@/lib/platform/env';
import { secrets } from '@/lib/secrets/secrets';

export function isSecure() {
  return env().siteUrl.startsWith('https:');
}

export function sessionCookieName() {
  return isSecure() ? '__Host-session' : 'session';
}

/**
 * The content of a session token, if this site made it and it has not expired; whether the session still exists is in
 * its row.
 */
export async function openToken(token: string) {
  // Only when it is wanted: the process before Next opens tokens now and then.
  const { decode } = await import('next-auth/jwt');
  return decode({ token, secret: secrets().auth }).catch(() => null);
}
