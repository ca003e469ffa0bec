'use client';

import { useText } from '#text';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Action } from '@/components/ui/action-errors';
import { useHasScript } from '@/components/ui/has-script';
import { NoteThread } from './note-thread';
import type { NoteActions, ShownNotes } from './shown-notes';

type Props = {
  notes: ShownNotes;
  actions: NoteActions;
  /** Shows the words of a note in the text beside the list. */
  onShow?: (id: string) => void;
};

/** What the staff said about a post: what is open, and below it what is resolved. */
export function NoteThreads({ notes, actions: given, onShow }: Props) {
  const t = useText();
  const { actions, isAnswered } = useRefusedAnswers(given);
  // What was typed stays where it was typed, whatever became of the note.
  const open = [...notes.open, ...notes.resolved.filter(isAnswered)];
  const resolved = notes.resolved.filter((thread) => !isAnswered(thread));
  return (
    <div className="notes">
      {open.length === 0 && <p className="quiet">{t('No open notes.')}</p>}
      {open.map((thread) => (
        <NoteThread key={thread.id} {...{ thread, actions, onShow }} isAnswered={isAnswered(thread)} />
      ))}
      {resolved.length > 0 && (
        <details className="notes__resolved">
          <summary>
            {t('{count, plural, one {# resolved note} other {# resolved notes}}', { count: resolved.length })}
          </summary>
          {resolved.map((thread) => (
            <NoteThread key={thread.id} {...{ thread, actions, onShow }} />
          ))}
        </details>
      )}
    </div>
  );
}

/** Reads the notes again where an answer is refused, as it is if a colleague has resolved the note meanwhile. */
function useRefusedAnswers(actions: NoteActions) {
  const { refresh } = useRouter();
  const hasScript = useHasScript();
  const [ids, setIds] = useState<string[]>([]);
  const answer: Action = async (state, form) => {
    const id = String(form.get('id'));
    const told = await actions.answer(state, form);
    const isRefused = told.status === 'refused';
    setIds((now) => [...now.filter((one) => one !== id), ...(isRefused ? [id] : [])]);
    if (isRefused) refresh();
    return told;
  };
  return {
    actions: hasScript ? { ...actions, answer } : actions,
    isAnswered: ({ id }: { id: string }) => ids.includes(id),
  };
}
