import { findActor } from '@/lib/auth/session';
import { translatorOf } from '@/lib/i18n/translator';
import type { OfferedPeople } from '@/lib/comments/mentions/mention';
import { listMentionable } from '@/lib/comments/mentions/queries';
import { getSettings } from '@/lib/settings/queries';

export const dynamic = 'force-dynamic';

/** Whom the viewer can mention in the thread of a post, and the words of the list. */
export async function GET(request: Request) {
  const actor = await findActor();
  const postId = new URL(request.url).searchParams.get('post') ?? '';
  const people = actor ? await listMentionable(actor, postId) : [];
  const t = translatorOf((await getSettings()).language);
  const label = t('form.people');
  const found = t('text.labelled', { label, value: '{count}' });
  const words = { label, found, keys: t('form.mentionKeys') };
  return Response.json({ people, words } satisfies OfferedPeople, {
    headers: { 'Cache-Control': 'private, no-store' },
  });
}
