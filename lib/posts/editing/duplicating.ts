import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { createDraft, getEditable, saveDraft } from './drafting';

/** A new draft with the newest text and settings of a post, but without its addresses. */
export async function duplicatePost(actor: Actor, id: string) {
  const { type, fields } = await getEditable(actor, id);
  const copy = await createDraft(actor, { type });
  await saveDraft(actor, { ...copy, fields: { ...fields, slug: '', canonicalUrl: '' }, isLenient: true });
  return { id: copy.id };
}
