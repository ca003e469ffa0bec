'use client';

import { useText } from '#text';
import { NoteThread } from './note-thread';
import type { NoteActions, ShownNotes } from './shown-notes';

type Props = {
  notes: ShownNotes;
  actions: NoteActions;
  /** Shows the words of a note in the text beside the list. */
  onShow?: (id: string) => void;
};

/** What the staff said about a post: what is open, and below it what is resolved. */
export function NoteThreads({ notes: { open, resolved }, actions, onShow }: Props) {
  const t = useText();
  return (
    <div className="notes">
      {open.length === 0 && <p className="quiet">{t('No open notes.')}</p>}
      {open.map((thread) => (
        <NoteThread key={thread.id} {...{ thread, actions, onShow }} />
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
