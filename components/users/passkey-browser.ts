'use client';

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { Action } from '@/components/ui/action-errors';
import { idle, refused, type FormState } from '@/lib/forms/form-state';

/** Whether this browser knows passkeys; false on the server. */
export function knowsPasskeys() {
  return typeof PublicKeyCredential === 'function' && isSecureContext;
}

/** Whether it offers them below a field, as it offers passwords. */
export async function offersInField() {
  if (!knowsPasskeys()) return false;
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false;
}

/** Makes a passkey with the options that the action answers; the answer as JSON, or what went wrong. */
export async function makePasskey(begin: Action): Promise<string | FormState> {
  const options = await optionsFrom<PublicKeyCredentialCreationOptionsJSON>(begin);
  if ('status' in options) return options;
  const { startRegistration } = await import('@simplewebauthn/browser');
  return startRegistration({ optionsJSON: options }).then(JSON.stringify, explain);
}

/** Asks for a passkey; below a field it waits until one is chosen there. */
export async function askPasskey(begin: Action, isInField = false): Promise<string | FormState> {
  const options = await optionsFrom<PublicKeyCredentialRequestOptionsJSON>(begin);
  if ('status' in options) return options;
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return startAuthentication({ optionsJSON: options, useBrowserAutofill: isInField }).then(JSON.stringify, explain);
}

async function optionsFrom<Options>(begin: Action): Promise<Options | FormState> {
  const state = await begin(idle, new FormData());
  // What our own action answers.
  return state.values.options ? (JSON.parse(state.values.options) as Options) : state;
}

function explain(error: unknown): FormState {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') return refused('This device has a passkey for your account already.', {}, {});
  if (name === 'AbortError') return idle;
  return refused('No passkey was used. Please try again, or choose another way.', {}, {});
}
