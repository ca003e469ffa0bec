import 'server-only';
import { cookies } from 'next/headers';
import { sessionCookieOptions } from '@/lib/auth/session';
import { DRAFT_DAYS, isSecret, MAX_DRAFTS } from '@/lib/comments/drafts';

const NAME = 'comment-draft';

/** The secrets of the texts that this browser has waiting, oldest first; also the one named in an address, if any. */
export async function draftSecrets(named = ''): Promise<string[]> {
  const kept = (await cookies()).get(NAME)?.value.split('.') ?? [];
  return [...new Set([...kept, named])].filter(isSecret).slice(-MAX_DRAFTS);
}

export async function addDraftSecret(secret: string) {
  await storeDraftSecrets([...(await draftSecrets()), secret].slice(-MAX_DRAFTS));
}

export async function storeDraftSecrets(secrets: string[]) {
  const maxAge = secrets.length > 0 ? DRAFT_DAYS * 24 * 60 * 60 : 0;
  (await cookies()).set(NAME, secrets.join('.'), { ...sessionCookieOptions(), maxAge });
}
