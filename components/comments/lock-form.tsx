'use client';

import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { useFormSubmission } from '@/components/ui/use-form-submission';
import { FormNotice } from '@/components/ui/form-notice';
import type { Action } from '@/components/ui/action-errors';

const texts = {
  conversation: {
    locked: msg('This conversation is locked: '),
    hint: msg('Shown to readers instead of the comment form. Existing comments stay.'),
    placeholder: msg('This conversation has ended.'),
    label: msg('Reason for locking the conversation'),
    lock: msg('Lock the conversation'),
    unlock: msg('Unlock the conversation'),
  },
  replies: {
    locked: msg('Replies to this comment are locked: '),
    hint: msg('Shown to readers instead of the links to reply, here and to all replies below. Existing ones stay.'),
    placeholder: msg('This side of the conversation has ended.'),
    label: msg('Reason for locking replies'),
    lock: msg('Lock replies to this comment'),
    unlock: msg('Unlock replies to this comment'),
  },
};

type Props = {
  action: Action;
  kind: keyof typeof texts;
  /** Of the post or of the comment. */
  id: string;
  /** Empty: it is open. */
  reason: string;
};

/** Locks a conversation, or the replies to a comment, with a reason for readers, or unlocks them. */
export function LockForm({ action, kind, id, reason }: Props) {
  const t = useText();
  const { state, form } = useFormSubmission(action);
  const text = texts[kind];
  return (
    <form {...form} className="lock-form">
      <FormNotice state={state} />
      <input type="hidden" name="id" value={id} />
      {reason ? (
        <>
          <p>
            <span>{t(text.locked)}</span>
            <bdi>{reason}</bdi>
          </p>
          <button className="button" name="intent" value="unlock">
            {t(text.unlock)}
          </button>
        </>
      ) : (
        <>
          <div className="field">
            <label htmlFor={`lock-${kind}`}>{t(text.label)}</label>
            <input
              className="input"
              id={`lock-${kind}`}
              name="reason"
              maxLength={200}
              dir="auto"
              defaultValue={state.values.reason ?? ''}
              placeholder={t(text.placeholder)}
            />
            <p className="field__hint">{t(text.hint)}</p>
          </div>
          <button className="button" name="intent" value="lock">
            {t(text.lock)}
          </button>
        </>
      )}
    </form>
  );
}
