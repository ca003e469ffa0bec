'use client';

import type { Ref } from 'react';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { FormNotice } from '@/components/ui/form-notice';
import { LosslessTextarea } from '@/components/ui/lossless-textarea';
import type { EditWords } from './comment-words';
import type { FormState } from '@/lib/forms/form-state';
import type { Action } from '@/components/ui/action-errors';

type Props = {
  action: Action;
  id: string;
  body: string;
  words: EditWords;
};

/** Edits the actor's own comment; errors keep the input. */
export function EditForm({ action, id, body, words }: Props) {
  const { state, isSending, form } = useFormSubmission(action);
  return (
    <form {...form} className="comment-form" id="edit">
      <FormNotice state={state} />
      <input type="hidden" name="id" value={id} />
      <EditField id="edit-body" initial={state.values.body ?? body} state={state} words={words} />
      <button className="button" aria-disabled={isSending}>
        {isSending ? words.saving : words.save}
      </button>
    </form>
  );
}

type FieldProps = {
  words: Pick<EditWords, 'label' | 'hint'>;
  id: string;
  initial: string;
  state: FormState;
  ref?: Ref<HTMLTextAreaElement>;
  onTyped?: (text: string) => void;
};

/** What a comment says, and what becomes of a change of it. */
export function EditField({ words, id, initial, state, ref, onTyped }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{words.label}</label>
      <LosslessTextarea
        className="textarea"
        id={id}
        name="body"
        ref={ref}
        dir="auto"
        required
        defaultValue={initial}
        aria-describedby={`${id}-hint`}
        {...(state.fields.body ? { 'aria-invalid': true } : {})}
        onChange={(event) => onTyped?.(event.currentTarget.value)}
      />
      <p className="field__hint" id={`${id}-hint`}>
        {words.hint}
      </p>
    </div>
  );
}
