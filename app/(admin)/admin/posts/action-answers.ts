import 'server-only';
import { refresh } from 'next/cache';
import type { Actor } from '@/lib/auth/actor';
import { done, type FormState } from '@/lib/forms/form-state';
import { findCover } from '@/lib/editor/queries';
import { getEditable } from '@/lib/posts/editing/drafting';
import { restorePost } from '@/lib/posts/publishing/unpublishing';
import { getSettings } from '@/lib/settings/queries';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { toEditorFields } from './editor-post';

type Moved = { id: string; message: string; undo?: string; slug?: string };

/** What an action answers: its sentence, where the post stands now, and what undoes it. */
export async function moved(actor: Actor, { id, message, undo = '', slug }: Moved): Promise<FormState> {
  refresh();
  const [post, { timeZone }] = await Promise.all([getEditable(actor, id), getSettings()]);
  const view = slug && post.state === 'Published' ? paths.post(slug) : '';
  const savedAt = shortMoment(post.savedAt, { timeZone });
  return { ...done(message), values: { version: String(post.version), savedAt, undo, ...(view ? { view } : {}) } };
}

/** Actions that replace the text in the editor return that text, and the images that are chosen in its settings. */
export async function withText(actor: Actor, id: string, message: string): Promise<FormState> {
  const state = await moved(actor, { id, message });
  const [{ fields }, { timeZone }] = await Promise.all([getEditable(actor, id), getSettings()]);
  const [cover, social] = await Promise.all([findCover(fields.coverId), findCover(fields.socialImageId)]);
  const shown = { fields: JSON.stringify(toEditorFields(fields, timeZone)), images: JSON.stringify({ cover, social }) };
  return { ...state, values: { ...state.values, ...shown } };
}

export async function restoreFromTrash(actor: Actor, id: string) {
  await restorePost(actor, { id });
  return moved(actor, { id, message: 'Restored from trash.', undo: 'trash' });
}
