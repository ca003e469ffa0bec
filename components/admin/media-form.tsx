'use client';

import { useAct } from '@/components/ui/act';
import { Field, TextArea } from '@/components/ui/field';
import { useFormAct } from '@/components/ui/form-act';
import { FormNotice } from '@/components/ui/form-notice';
import type { Action } from '@/components/ui/sending';
import { UndoNotice } from './undo-notice';

type Props = {
  media: { id: string; alt: string; caption: string; credit: string };
  describe: Action;
  shelve: Action;
};

/** What is said about a picture, and the way out of the library and back. */
export function MediaForm({ media, describe, shelve }: Props) {
  const { state, form } = useFormAct(describe);
  const [shelf, move] = useAct(shelve);
  const isOut = shelf.values.shelf === 'out';
  const value = (name: 'alt' | 'caption' | 'credit') => state.values[name] ?? media[name];
  return (
    <>
      <UndoNotice state={shelf} action={move} />
      <FormNotice state={state} />
      <form {...form}>
        <input type="hidden" name="id" value={media.id} />
        <TextArea
          name="alt"
          label="Alt text"
          hint="Describes the picture for people who cannot see it. Used when the picture is added to a post."
          rows={3}
          error={state.fields.alt}
          defaultValue={value('alt')}
        />
        <Field name="caption" label="Caption" error={state.fields.caption} defaultValue={value('caption')} />
        <Field name="credit" label="Credit" error={state.fields.credit} defaultValue={value('credit')} />
        <button className="button button--primary">Save</button>
      </form>
      {!isOut && (
        <form action={move} className="picture__out">
          <input type="hidden" name="id" value={media.id} />
          <button className="button" name="act" value="delete">
            Remove from library
          </button>
        </form>
      )}
    </>
  );
}
