'use client';

import { startTransition, useActionState, useLayoutEffect, useRef, useState, useTransition } from 'react';
import type { RefObject, SubmitEvent } from 'react';
import { useText } from '#text';
import type { Text } from '@/components/text/text';
import { idle, type FormState } from '@/lib/forms/form-state';
import { textsOf } from '@/lib/forms/form-texts';
import { contentsOf } from './form-contents';
import { useLeaveGuard } from './leave-guard';
import { unanswered, type Action } from './action-errors';

type Options = {
  permalink?: string | undefined;
  /** An action may succeed without saving. */
  isSaved?: (state: FormState) => boolean;
};

export type FormSubmission = {
  state: FormState;
  isSending: boolean;
  /** Typing continued during the request: the content is newer than the result. */
  isAhead: boolean;
  form: {
    ref: RefObject<HTMLFormElement | null>;
    action: (data: FormData) => void;
    onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  };
};

type Outcome = { state: FormState; isAhead: boolean; settledFrom: string | null };

/** Sends a form by script instead of React, which would replace the page on errors and clear the form. */
export function useFormSubmission(action: Action, { permalink, isSaved = isDone }: Options = {}): FormSubmission {
  const ref = useRef<HTMLFormElement>(null);
  const t = useText();
  const [plain, plainAction] = useActionState(action, idle, permalink);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isSending, startSending] = useTransition();
  const markSaved = useLeaveGuard(ref);

  // With the answer, before anything can be typed after it or sent again.
  useLayoutEffect(() => {
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
      const state = await answerTo(action, data, { form, t, onLedOn: () => markSaved(sent) });
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

type Sending = { form: HTMLFormElement; t: Text; onLedOn: () => void };

async function answerTo(action: Action, data: FormData, { form, t, onLedOn }: Sending) {
  try {
    const state = await action(idle, data);
    forgetFiles(form);
    return state;
  } catch (error) {
    try {
      return unanswered(error, textsOf(Object.fromEntries(data)), t);
    } catch (way) {
      onLedOn();
      throw way;
    }
  }
}

// The server has them already; the browser would send them again.
function forgetFiles(form: HTMLFormElement) {
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type=file]')) field.value = '';
}

function settle(form: HTMLFormElement, before: string) {
  if (contentsOf(form, 'at first') !== before) return form.reset();
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type=password]')) field.value = '';
}
