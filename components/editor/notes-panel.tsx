'use client';

import { useText } from '#text';
import { useEffect, useRef } from 'react';
import { NEW_NOTE_FIELD, NewNoteForm } from '@/components/notes/new-note-form';
import { NoteThreads } from '@/components/notes/note-threads';
import type { NoteActions, ShownNotes } from '@/components/notes/shown-notes';
import type { Action } from '@/components/ui/action-errors';
import { refused } from '@/lib/forms/form-state';
import type { Passage } from '@/lib/html/passage';

type Props = {
  notes: ShownNotes;
  actions: NoteActions;
  selected: Passage | null;
  /** The note whose mark in the text was pressed; "" for none. */
  focused: string;
  /** How many notes were begun from the text since the list was wanted; 0 for none. */
  begun: number;
  save: () => Promise<boolean>;
  onClose: () => void;
};

/** The notes beside the text, which stays in use; on phones a list above it. */
export function NotesPanel({ notes, actions, selected, focused, begun, save, onClose }: Props) {
  const t = useText();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const field = begun > 0 ? document.getElementById(NEW_NOTE_FIELD) : null;
    const wanted = focused ? document.getElementById(`note-${focused}`) : (field ?? panel.current);
    wanted?.closest('details')?.setAttribute('open', '');
    wanted?.focus();
    wanted?.scrollIntoView({ block: 'nearest' });
  }, [focused, begun]);
  // The words must be in the text that the server has.
  const write: Action = async (state, form) =>
    (await save())
      ? actions.write(state, form)
      : refused(t('Your text is not saved yet. See the status at the top.'), {}, textsIn(form));
  return (
    <aside className="side-panel notes-panel" aria-labelledby="notes-title" ref={panel} tabIndex={-1}>
      <div className="drawer__header">
        <h2 id="notes-title">{t('Notes')}</h2>
        <button type="button" className="button button--quiet" onClick={onClose}>
          {t('Close')}
        </button>
      </div>
      <NoteThreads notes={notes} actions={actions} onShow={showInText} />
      <section className="drawer__part" aria-labelledby="new-note-title">
        <h3 id="new-note-title">{t('New note')}</h3>
        <NewNoteForm notes={notes} action={write} selected={selected} />
      </section>
    </aside>
  );
}

function showInText(id: string) {
  const mark = document.querySelector(`.document [data-note="${CSS.escape(id)}"]`);
  mark?.scrollIntoView({ block: 'center' });
}

function textsIn(form: FormData) {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
