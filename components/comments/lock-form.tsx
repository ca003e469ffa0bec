'use client';

import { useFormSubmission } from '@/components/ui/use-form-submission';
import { FormNotice } from '@/components/ui/form-notice';
import type { Action } from '@/components/ui/action-errors';

type Props = {
  action: Action;
  postId: string;
  /** Empty: the conversation is open. */
  reason: string;
};

/** Locks a conversation with a reason for readers, or unlocks it. */
export function LockForm({ action, postId, reason }: Props) {
  const { state, form } = useFormSubmission(action);
  return (
    <form {...form} className="lock-form">
      <FormNotice state={state} />
      <input type="hidden" name="postId" value={postId} />
      {reason ? (
        <>
          <p>
            This conversation is locked: <bdi>{reason}</bdi>
          </p>
          <button className="button" name="intent" value="unlock">
            Unlock the conversation
          </button>
        </>
      ) : (
        <>
          <div className="field">
            <label htmlFor="lock-reason">Reason for locking</label>
            <input
              className="input"
              id="lock-reason"
              name="reason"
              maxLength={200}
              dir="auto"
              defaultValue={state.values.reason ?? ''}
              placeholder="This conversation has ended."
            />
            <p className="field__hint">Shown to readers instead of the comment form. Existing comments stay.</p>
          </div>
          <button className="button" name="intent" value="lock">
            Lock the conversation
          </button>
        </>
      )}
    </form>
  );
}
