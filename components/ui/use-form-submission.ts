'use client';

import { startTransition, useActionState, useEffect, useRef, useState, useTransition } from 'react';
import type { RefObject, SubmitEvent } from 'react';
import { idle, type FormState } from '@/lib/forms/form-state';
import { textsOf } from '@/lib/forms/form-texts';
import { contentsOf } from './form-contents';
import { useLeaveGuard } from './leave-guard';
import { unanswered, type Action } from './action-errors';

type Options = {
  /** Where a browser without scripts comes back to. */
  permalink?: string | undefined;
  /** Whether what was sent is now saved: an action may succeed without that. */
  isSaved?: (state: FormState) => boolean;
};

export type FormSubmission = {
  state: FormState;
  isSending: boolean;
  /** Whether typing continued while the form was being sent: its content is then newer than the result. */
  isAhead: boolean;
  /** What the form element wants to know. */
  form: {
    ref: RefObject<HTMLFormElement | null>;
    action: (data: FormData) => void;
    onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  };
};

/** A result, and the initial values of the sent form, if it is saved and nothing was typed since. */
type Outcome = { state: FormState; isAhead: boolean; settledFrom: string | null };

/**
 * A form over a server action. Without a script the browser sends it. With one, the page's script sends it and not
 * React, which would replace the whole page when the connection fails and clear the form while someone types.
 */
export function useFormSubmission(action: Action, { permalink, isSaved = isDone }: Options = {}): FormSubmission {
  const ref = useRef<HTMLFormElement>(null);
  const [plain, plainAction] = useActionState(action, idle, permalink);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isSending, startSending] = useTransition();
  const markSaved = useLeaveGuard(ref);

  useEffect(() => {
    if (!ref.current || !outcome || outcome.settledFrom === null) return;
    settle(ref.current, outcome.settledFrom);
    markSaved();
  }, [outcome, markSaved]);

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const form = event.currentTarget;
    const data = new FormData(form, event.nativeEvent.submitter);
    const sent = contentsOf(form, 'now');
    const before = contentsOf(form, 'at first');
    startSending(async () => {
      const state = await answerTo(action, data, { form, onLedOn: () => markSaved(sent) });
      const isAhead = contentsOf(form, 'now') !== sent;
      if (isSaved(state) && isAhead) markSaved(sent);
      startTransition(() => setOutcome({ state, isAhead, settledFrom: isSaved(state) && !isAhead ? before : null }));
    });
  }

  const { state = plain, isAhead = false } = outcome ?? {};
  return { state, isSending, isAhead, form: { ref, action: plainAction, onSubmit } };
}

function isDone({ status }: FormState) {
  return status === 'done';
}

type Sending = { form: HTMLFormElement; onLedOn: () => void };

async function answerTo(action: Action, data: FormData, { form, onLedOn }: Sending) {
  try {
    const state = await action(idle, data);
    forgetFiles(form);
    return state;
  } catch (error) {
    try {
      return unanswered(error, textsOf(Object.fromEntries(data)));
    } catch (way) {
      onLedOn();
      throw way;
    }
  }
}

// What the server took of them it has; a browser would send them again with every further try.
function forgetFiles(form: HTMLFormElement) {
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type=file]')) field.value = '';
}

/** Shows the stored values the page came with; a password is not asked for twice. */
function settle(form: HTMLFormElement, before: string) {
  if (contentsOf(form, 'at first') !== before) return form.reset();
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type=password]')) field.value = '';
}
