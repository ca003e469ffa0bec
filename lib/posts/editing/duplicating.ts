import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { isSeen } from '@/lib/text/visible-text';
import { postFieldDefinitions } from '../fields/fields';
import { createDraft, getEditable, saveDraft } from './drafting';

/** A new draft with the newest text and settings of a post, but without its addresses; `named` gives its title. */
export async function duplicatePost(actor: Actor, id: string, named: (title: string) => string) {
  const { type, fields } = await getEditable(actor, id);
  const copy = await createDraft(actor, { type });
  const { longest } = postFieldDefinitions.title;
  const title = isSeen(fields.title) ? [...named(fields.title)].slice(0, longest).join('') : fields.title;
  await saveDraft(actor, { ...copy, fields: { ...fields, title, slug: '', canonicalUrl: '' }, isLenient: true });
  return { id: copy.id };
}
