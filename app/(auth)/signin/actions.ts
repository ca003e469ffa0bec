'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { findDevice } from '@/lib/auth/device';
import { endSession } from '@/lib/auth/session';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';
import { hasMailServer, unsentEmail } from '@/lib/mail/delivery';
import { limits } from '@/lib/users/rate-limits';
import { requestPasswordReset, newPasswordForm, resetPassword } from '@/lib/users/passwords';
import { requestMagicLink, emailForm, signInForm, signInWithMagicLink, signInWithPassword } from '@/lib/users/sign-in';
import { signInAndRedirect } from '../navigation';

export const signInAction = formAction(
  { name: 'session.start', who: 'anyone', schema: signInForm, rateLimit: limits.signInFrom },
  async (input, { address }) =>
    signInAndRedirect(await signInWithPassword(input, { address, device: await findDevice() }), { isPassword: true }),
);

export const requestMagicLinkAction = formAction(
  { name: 'session.link', who: 'anyone', schema: emailForm, rateLimit: limits.emailsFrom },
  async (input) => {
    await requestMagicLink(input, await findDevice());
    return done(answerWithLink(input.email, 'signs you in'));
  },
);

export const redeemMagicLinkAction = formAction(
  { name: 'session.use-link', who: 'anyone', schema: z.object({ token: z.string() }), rateLimit: limits.linksFrom },
  async ({ token }) => signInAndRedirect(await signInWithMagicLink(token, await findDevice())),
);

export const requestPasswordResetAction = formAction(
  { name: 'password.ask', who: 'anyone', schema: emailForm, rateLimit: limits.emailsFrom },
  async (input) => {
    await requestPasswordReset(input, await findDevice());
    return done(answerWithLink(input.email, 'lets you choose a new password'));
  },
);

export const resetPasswordAction = formAction(
  { name: 'password.reset', who: 'anyone', schema: newPasswordForm, rateLimit: limits.linksFrom },
  async (input) => signInAndRedirect(await resetPassword(input, await findDevice())),
);

export const signOutAction = formAction(
  { name: 'session.end', who: 'anyone', schema: z.object({}), rateLimit: limits.ownAccount },
  async () => {
    await endSession();
    redirect(paths.home());
  },
);

// The same whether or not there is such an account.
function answerWithLink(email: string, effect: string) {
  return hasMailServer()
    ? `If ${email} has an account here, an e-mail is on its way with a link that ${effect}. It works for an hour.`
    : `If ${email} has an account here, an e-mail was written with a link that ${effect} and works for an hour. ${unsentEmail}`;
}
