'use client';

import { useFormSubmission } from '@/components/ui/use-form-submission';
import { FormNotice } from '@/components/ui/form-notice';
import { LosslessTextarea } from '@/components/ui/lossless-textarea';
import { FREE_EDIT_MINUTES } from '@/lib/comments/edit-time';
import type { Action } from '@/components/ui/action-errors';

type Props = {
  action: Action;
  id: string;
  body: string;
};

/** Edits the actor's own comment; errors keep the input. */
export function EditForm({ action, id, body }: Props) {
  const { state, isSending, form } = useFormSubmission(action);
  return (
    <form {...form} className="comment-form" id="edit">
      <FormNotice state={state} />
      <input type="hidden" name="id" value={id} />
      <div className="field">
        <label htmlFor="edit-body">Edit your comment</label>
        <LosslessTextarea
          className="textarea"
          id="edit-body"
          name="body"
          dir="auto"
          required
          defaultValue={state.values.body ?? body}
          aria-describedby="edit-hint"
          {...(state.fields.body ? { 'aria-invalid': true } : {})}
        />
        <p className="field__hint" id="edit-hint">
          {`The comment will be marked as edited. Of a change more than ${FREE_EDIT_MINUTES} minutes after posting, everyone can also read what it said before.`}
        </p>
      </div>
      <button className="button" aria-disabled={isSending}>
        {isSending ? 'Saving…' : 'Save changes'}
      </button>
    </form>
  );
}
