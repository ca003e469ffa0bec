import type { Actor } from '@/lib/auth/actor';
import { createDraft, getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import type { PostFields } from '@/lib/posts/fields/fields';
import { publishPost } from '@/lib/posts/publishing/publishing';

let count = 0;

/** A saved draft with a text. */
export async function savedDraft(actor: Actor, fields: Partial<PostFields> = {}, type: 'post' | 'page' = 'post') {
  count += 1;
  const { id, version } = await createDraft(actor, { type });
  const body = { title: `Tide table ${count}`, bodyHtml: '<h2>Flood</h2><p>High water at noon.</p>' };
  return { id, version: (await saveDraft(actor, { id, version, fields: { ...body, ...fields } })).version };
}

/** The same, published. */
export async function publishedPost(actor: Actor, fields: Partial<PostFields> = {}, type: 'post' | 'page' = 'post') {
  return publishPost(actor, await savedDraft(actor, fields, type));
}

/** Saves these fields and publishes them. */
export async function changePublished(actor: Actor, id: string, fields: Partial<PostFields>) {
  const { version } = await getEditable(actor, id);
  const saved = await saveDraft(actor, { id, version, fields });
  return publishPost(actor, { id, version: saved.version });
}
