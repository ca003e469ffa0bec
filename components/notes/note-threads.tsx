'use client';

import { useText } from '#text';
import { EarlierAnswer } from '@/components/ui/earlier-answer';
import { NoteThread } from './note-thread';
import type { NoteActions, ShownNotes } from './shown-notes';

type Props = {
  notes: ShownNotes;
  actions: NoteActions;
  /** Shows the words of a note in the text beside the list. */
  onShow?: (id: string) => void;
};

/** Where answers of forms that are gone are shown. */
const AT = 'notes-list';

/** What the staff said about a post: what is open, and below it what is resolved. */
export function NoteThreads({ notes: { open, resolved }, actions, onShow }: Props) {
  const t = useText();
  return (
    <div id={AT} className="notes">
      <EarlierAnswer action={actions.settle} at={`#${AT}`} />
      {open.length === 0 && <p className="quiet">{t('No open notes.')}</p>}
      {open.map((thread) => (
        <NoteThread key={thread.id} {...{ thread, actions, onShow }} at={`#${AT}`} />
      ))}
      {resolved.length > 0 && (
        <details className="notes__resolved">
          <summary>
            {t('{count, plural, one {# resolved note} other {# resolved notes}}', { count: resolved.length })}
          </summary>
          {resolved.map((thread) => (
            <NoteThread key={thread.id} {...{ thread, actions, onShow }} at={`#${AT}`} />
          ))}
        </details>
      )}
    </div>
  );
}
