'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { safeReturnTo } from '@/lib/auth/return-to';
import { done } from '@/lib/forms/form-state';
import {
  addPasskey,
  addPasskeyForm,
  beginPasskey,
  beginPasskeyConfirmation,
  confirmPasskeyForm,
  confirmWithPasskey,
  declinePasskey,
  passkeyIdForm,
  removePasskey,
  renamePasskey,
  renamePasskeyForm,
} from '@/lib/users/passkeys';
import { limits } from '@/lib/users/rate-limits';
import { paths } from '@/lib/web/paths';

const nothing = z.object({});

export const beginPasskeyAction = formAction(
  { name: 'passkey.begin', who: 'signed-in', schema: nothing, rateLimit: limits.ownAccount },
  async (_input, { actor }) => ({ ...done(''), values: { options: JSON.stringify(await beginPasskey(actor)) } }),
);

export const addPasskeyAction = formAction(
  { name: 'passkey.add', who: 'signed-in', schema: addPasskeyForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await addPasskey(actor, input);
    return done('The passkey was added. You can sign in with it from now on.');
  },
);

export const renamePasskeyAction = formAction(
  { name: 'passkey.rename', who: 'signed-in', schema: renamePasskeyForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await renamePasskey(actor, input);
    return done('The passkey was renamed.');
  },
);

export const removePasskeyAction = formAction(
  { name: 'passkey.remove', who: 'signed-in', schema: passkeyIdForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await removePasskey(actor, input);
    return done('The passkey was removed. Nobody can sign in with it any more.');
  },
);

export const beginConfirmationAction = formAction(
  { name: 'passkey.begin-confirmation', who: 'signed-in', schema: nothing, rateLimit: limits.ownAccount },
  async (_input, { actor }) => ({
    ...done(''),
    values: { options: JSON.stringify(await beginPasskeyConfirmation(actor)) },
  }),
);

export const confirmWithPasskeyAction = formAction(
  { name: 'passkey.confirm', who: 'signed-in', schema: confirmPasskeyForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await confirmWithPasskey(actor, input);
    return done('Confirmed. For 15 minutes you can leave the field for your password empty.');
  },
);

export const declinePasskeyAction = formAction(
  {
    name: 'passkey.decline',
    who: 'signed-in',
    schema: z.object({ to: z.string().default('') }),
    rateLimit: limits.ownAccount,
  },
  async ({ to }, { actor }) => {
    await declinePasskey(actor);
    redirect(safeReturnTo(to) || paths.home());
  },
);
