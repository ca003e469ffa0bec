import 'server-only';
import { env } from '@/lib/platform/env';
import { secrets } from '@/lib/secrets/secrets';

export function isSecure() {
  return env().siteUrl.startsWith('https:');
}

export function sessionCookieName() {
  return isSecure() ? '__Host-session' : 'session';
}

/** The content of a valid session token; the session's row tells whether it still exists. */
export async function openToken(token: string) {
  const { decode } = await import('next-auth/jwt');
  return decode({ token, secret: secrets().auth }).catch(() => null);
}
