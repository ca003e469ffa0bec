'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { findDevice } from '@/lib/auth/device';
import { endSession } from '@/lib/auth/session';
import { formAction } from '@/lib/form-action';
import { done } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { limits } from '@/lib/people/limits';
import { askForNewPassword, newPasswordForm, resetPassword } from '@/lib/people/passwords';
import {
  askForMagicLink,
  letterForm,
  signInForm,
  signInWithMagicLink,
  signInWithPassword,
} from '@/lib/people/signing-in';
import { welcome } from '../going';

export const signInAction = formAction(
  { name: 'session.start', who: 'anyone', schema: signInForm, rateLimit: limits.signInFrom },
  async (input, { address }) => welcome(await signInWithPassword(input, { address, device: await findDevice() })),
);

export const askForMagicLinkAction = formAction(
  { name: 'session.link', who: 'anyone', schema: letterForm, rateLimit: limits.lettersFrom },
  async (input) => {
    await askForMagicLink(input, await findDevice());
    return done(
      `If ${input.email} has an account here, an e-mail is on its way with a link that signs you in. It works for an hour.`,
    );
  },
);

export const redeemMagicLinkAction = formAction(
  { name: 'session.use-link', who: 'anyone', schema: z.object({ token: z.string() }), rateLimit: limits.linksFrom },
  async ({ token }) => welcome(await signInWithMagicLink(token, await findDevice())),
);

export const askForNewPasswordAction = formAction(
  { name: 'password.ask', who: 'anyone', schema: letterForm, rateLimit: limits.lettersFrom },
  async (input) => {
    await askForNewPassword(input, await findDevice());
    return done(
      `If ${input.email} has an account here, an e-mail is on its way with a link to choose a new password. It works for an hour.`,
    );
  },
);

export const resetPasswordAction = formAction(
  { name: 'password.reset', who: 'anyone', schema: newPasswordForm, rateLimit: limits.linksFrom },
  async (input) => welcome(await resetPassword(input, await findDevice())),
);

export const signOutAction = formAction(
  { name: 'session.end', who: 'anyone', schema: z.object({}), rateLimit: limits.ownAccount },
  async () => {
    await endSession();
    redirect(paths.home());
  },
);
