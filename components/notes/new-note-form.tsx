'use client';

import { useState } from 'react';
import { useText } from '#text';
import { FieldsForm } from '@/components/ui/fields-form';
import type { Action } from '@/components/ui/action-errors';
import type { Passage } from '@/lib/html/passage';
import { someNames } from '@/lib/notes/note';
import { NoteMentions } from './note-mentions';
import type { ShownNotes } from './shown-notes';

type Props = {
  notes: Pick<ShownNotes, 'postId' | 'colleagues'>;
  action: Action;
  /** The words that were selected in the text. */
  selected?: Passage | null;
};

const PREFIX = 'new-note-';
/** The id of the field that a new note is written in. */
export const NEW_NOTE_FIELD = `${PREFIX}body`;

/** Writes a note on words of a post, or on the whole. */
export function NewNoteForm({ notes: { postId, colleagues }, action, selected = null }: Props) {
  const t = useText();
  const [noted, setNoted] = useState<Passage | null>(null);
  const quoted = selected === noted ? null : selected;
  const names = someNames(colleagues.map(({ typed }) => `@${typed}`));
  return (
    <>
      <NoteMentions people={colleagues} />
      <FieldsForm
        // What is selected then replaces what was.
        key={selected ? `${selected.prefix}|${selected.quote}|${selected.suffix}` : ''}
        action={action}
        isOneOfSeveral
        isForNext
        onNext={() => setNoted(selected)}
        prefix={PREFIX}
        hidden={{ postId, prefix: quoted?.prefix ?? '', suffix: quoted?.suffix ?? '' }}
        fields={[
          {
            name: 'quote',
            label: t('Quoted text (optional)'),
            hint: t('Within one paragraph. Leave empty for a note on the whole post.'),
            kind: 'area',
            rows: 2,
            maxLength: 600,
            value: quoted?.quote ?? '',
          },
          {
            name: 'body',
            label: t('Note'),
            ...(names ? { hint: t('Mention colleagues to tell them: {names}', { names }) } : {}),
            kind: 'area',
            rows: 4,
            maxLength: 4_000,
          },
        ]}
        submit={t('Add note')}
      />
    </>
  );
}
