'use client';

import { useText } from '#text';
import { useState } from 'react';
import { idle, refused, type FormState } from '@/lib/forms/form-state';
import type { EditorActions, EditorPost } from './editor-post';
import type { EditorFields } from './fields';
import type { Editor } from './use-editor';

export type ActionName = keyof EditorActions;
export type ActionResult = { name: ActionName; state: FormState };

/**
 * Runs server actions on the post: first everything typed is saved, then the action is sent with the resulting version,
 * and its result updates the version.
 */
export function useEditorActions(post: EditorPost, actions: EditorActions, editor: Editor) {
  const t = useText();
  const [busy, setBusy] = useState<ActionName | null>(null);
  const [result, setResult] = useState<ActionResult | null>(null);

  async function run(name: ActionName, form = new FormData()): Promise<FormState> {
    setBusy(name);
    const state = await attempt(name, form).catch(() =>
      refused(t('The server could not be reached. Nothing was changed; your text is saved in this browser.'), {}, {}),
    );
    if (state.values.version) {
      const [version, savedAt] = [Number(state.values.version), state.values.savedAt || editor.loop.savedAt];
      if (editor.loop.isInTrash) void editor.loop.restored(version, savedAt);
      else editor.loop.moveTo(version, savedAt);
      editor.setHasSaved(false);
    }
    setResult({ name, state });
    setBusy(null);
    return state;
  }

  async function attempt(name: ActionName, form: FormData) {
    // A post in the trash takes no text: what waits is saved once it is restored.
    const mayWait = name === 'restore' && editor.loop.isInTrash;
    const isSaved = mayWait || (await editor.save());
    if (!isSaved) return refused(t('Your text is not saved yet. See the status at the top.'), {}, {});
    // While a conflict is open, nothing is published. The server looks whether it has all that is typed.
    if (name === 'publish') addFields(form, editor.typed());
    form.set('id', post.id);
    form.set('version', String(editor.loop.version));
    return actions[name](idle, form);
  }

  /** The result is shown until the next change. */
  const dismissDone = () => setResult((now) => (now?.state.status === 'done' ? null : now));

  return { run, busy, result, dismiss: () => setResult(null), dismissDone };
}

// The text itself is long, and refused as a whole.
function addFields(form: FormData, fields: EditorFields) {
  for (const [name, value] of Object.entries(fields)) if (name !== 'bodyHtml') form.set(name, String(value));
}
