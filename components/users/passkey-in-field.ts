'use client';

import { startTransition } from 'react';
import { navigate } from '@/components/comments/navigate';
import type { Action } from '@/components/ui/action-errors';
import { idle, type FormState } from '@/lib/forms/form-state';
import { askPasskey, offersInField } from './passkey-browser';

type Actions = { begin: Action; send: Action };

/** Lets the browser offer passkeys below the field that asks for them, and signs in with the one that is chosen. */
export async function signInBelowField({ begin, send }: Actions, to: string, onRefused: (state: FormState) => void) {
  if (!(await offersInField())) return;
  const given = await askPasskey(begin, true);
  if (typeof given !== 'string') return;
  // Not earlier: a transition that waits for a person would hold back every other one of the page.
  startTransition(async () => onRefused(await signInOnce(send, given, { to })));
}

let isSigningIn = false;

/** Sends an answer unless another one is on its way: two sessions begun at once would end each other. */
export async function signInOnce(send: Action, answer: string, hidden: Record<string, string>): Promise<FormState> {
  if (isSigningIn) return idle;
  isSigningIn = true;
  const state = await send(idle, answerForm(answer, hidden)).finally(() => (isSigningIn = false));
  if (state.redirectTo) await navigate(state.redirectTo);
  return state;
}

function answerForm(answer: string, hidden: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...hidden, answer })) data.set(name, value);
  return data;
}
