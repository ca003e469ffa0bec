'use client';

import { useFormSubmission } from '@/components/ui/use-form-submission';
import { FormNotice } from '@/components/ui/form-notice';
import type { Action } from '@/components/ui/action-errors';

const texts = {
  conversation: {
    locked: 'This conversation is locked: ',
    hint: 'Shown to readers instead of the comment form. Existing comments stay.',
    placeholder: 'This conversation has ended.',
    label: 'Reason for locking the conversation',
    lock: 'Lock the conversation',
    unlock: 'Unlock the conversation',
  },
  replies: {
    locked: 'Replies to this comment are locked: ',
    hint: 'Shown to readers instead of the links to reply, here and to all replies below. Existing ones stay.',
    placeholder: 'This side of the conversation has ended.',
    label: 'Reason for locking replies',
    lock: 'Lock replies to this comment',
    unlock: 'Unlock replies to this comment',
  },
};

type Props = {
  action: Action;
  what: keyof typeof texts;
  /** Of the post or of the comment. */
  id: string;
  /** Empty: it is open. */
  reason: string;
};

/** Locks a conversation, or the replies to a comment, with a reason for readers, or unlocks them. */
export function LockForm({ action, what, id, reason }: Props) {
  const { state, form } = useFormSubmission(action);
  const text = texts[what];
  return (
    <form {...form} className="lock-form">
      <FormNotice state={state} />
      <input type="hidden" name="id" value={id} />
      {reason ? (
        <>
          <p>
            <span>{text.locked}</span>
            <bdi>{reason}</bdi>
          </p>
          <button className="button" name="intent" value="unlock">
            {text.unlock}
          </button>
        </>
      ) : (
        <>
          <div className="field">
            <label htmlFor={`lock-${what}`}>{text.label}</label>
            <input
              className="input"
              id={`lock-${what}`}
              name="reason"
              maxLength={200}
              dir="auto"
              defaultValue={state.values.reason ?? ''}
              placeholder={text.placeholder}
            />
            <p className="field__hint">{text.hint}</p>
          </div>
          <button className="button" name="intent" value="lock">
            {text.lock}
          </button>
        </>
      )}
    </form>
  );
}
