import 'server-only';
import { cookies } from 'next/headers';
import { sessionCookieOptions } from '@/lib/auth/session';
import { DRAFT_DAYS, isSecret, MAX_DRAFTS } from '@/lib/comments/drafts';

/** Secrets of this browser's pending comments, oldest first. */
export async function draftSecrets(): Promise<string[]> {
  const pageCookies = (await cookies()).get(cookieName())?.value.split('.') ?? [];
  return [...new Set(pageCookies)].filter(isSecret).slice(-MAX_DRAFTS);
}

export async function addDraftSecret(secret: string) {
  await storeDraftSecrets([...(await draftSecrets()), secret].slice(-MAX_DRAFTS));
}

export async function storeDraftSecrets(secrets: string[]) {
  const maxAge = secrets.length > 0 ? DRAFT_DAYS * 24 * 60 * 60 : 0;
  (await cookies()).set(cookieName(), secrets.join('.'), { ...sessionCookieOptions(), maxAge });
}

// No other host of the same domain can set a cookie of this name.
function cookieName() {
  return sessionCookieOptions().secure ? '__Host-comment-draft' : 'comment-draft';
}
