'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { readTranslator } from '@/app/(site)/reads';
import { findDevice } from '@/lib/auth/device';
import { safeReturnTo } from '@/lib/auth/return-to';
import { clearSessionCookie } from '@/lib/auth/session';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { done } from '@/lib/forms/form-state';
import { paths } from '@/lib/web/paths';
import { hasMailServer, unsentEmail } from '@/lib/mail/delivery';
import { claimComments } from '@/lib/users/claiming';
import { deleteAccountForm, keepAccount, scheduleDeletion } from '@/lib/users/delete-account';
import { chooseDashboardLanguage, dashboardLanguageForm } from '@/lib/users/dashboard-language';
import { confirmChangeForm, confirmEmailChange, emailChangeForm, requestEmailChange } from '@/lib/users/email-change';
import { limits } from '@/lib/users/rate-limits';
import { changePassword, changePasswordForm } from '@/lib/users/passwords';
import { profileForm, profileProblems, updateProfile } from '@/lib/users/profile';
import { signOutEverywhere } from '@/lib/users/sessions';
import { requestConfirmation } from '@/lib/users/sign-up';

export const updateProfileAction = formAction(
  {
    name: 'account.profile',
    who: 'signed-in',
    schema: profileForm,
    rateLimit: limits.ownAccount,
    check: profileProblems,
  },
  async (input, { actor }) => {
    await updateProfile(actor, input);
    return done(
      input.name === actor.name ? 'Saved.' : 'Saved. Your new name is shown with everything you have written.',
    );
  },
);

export const chooseDashboardLanguageAction = formAction(
  {
    name: 'account.dashboard-language',
    who: 'admin.enter',
    schema: dashboardLanguageForm,
    rateLimit: limits.ownAccount,
  },
  async (input, { actor }) => {
    await chooseDashboardLanguage(actor, input);
    return done('Saved.');
  },
);

export const changePasswordAction = formAction(
  { name: 'account.password', who: 'signed-in', schema: changePasswordForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await changePassword(actor, input);
    return done('Your password was changed. You were signed out in every other browser.');
  },
);

export const requestConfirmationAction = formAction(
  {
    name: 'account.confirm-again',
    who: 'signed-in',
    schema: z.object({ to: z.string().default('') }),
    rateLimit: limits.emailsFrom,
  },
  async ({ to }, { actor }) => {
    await requestConfirmation(actor, safeReturnTo(to), await findDevice());
    return done(hasMailServer() ? 'A new e-mail was sent.' : unsentEmail);
  },
);

export const signOutEverywhereAction = formAction(
  { name: 'account.sign-out-everywhere', who: 'signed-in', schema: z.object({}), rateLimit: limits.ownAccount },
  async (_input, { actor }) => {
    await signOutEverywhere(actor);
    await clearSessionCookie();
    redirect(paths.signIn(paths.account()));
  },
);

export const requestEmailChangeAction = formAction(
  { name: 'account.email', who: 'signed-in', schema: emailChangeForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await requestEmailChange(actor, input);
    return done(
      hasMailServer()
        ? 'A link is on its way to the new address. Your address changes when you press the button there.'
        : unsentEmail,
    );
  },
);

export const confirmEmailChangeAction = formAction(
  { name: 'account.confirm-email', who: 'signed-in', schema: confirmChangeForm, rateLimit: limits.ownAccount },
  async ({ token }, { actor }) => {
    await confirmEmailChange(actor, token);
    return redirectWithAnswer(actor, paths.account(), done('Your e-mail address was changed.'));
  },
);

export const deleteAccountAction = formAction(
  { name: 'account.delete', who: 'signed-in', schema: deleteAccountForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await scheduleDeletion(actor, input);
    redirect(paths.account());
  },
);

export const claimCommentsAction = formAction(
  { name: 'account.claim-comments', who: 'signed-in', schema: z.object({}), rateLimit: limits.ownAccount },
  async (_input, { actor }) => {
    const [count, t] = await Promise.all([claimComments(actor), readTranslator()]);
    return redirectWithAnswer(actor, paths.account(), done(t('account.claimed', { count })));
  },
);

export const keepAccountAction = formAction(
  { name: 'account.keep', who: 'signed-in', schema: z.object({}), rateLimit: limits.ownAccount },
  async (_input, { actor }) => {
    await keepAccount(actor);
    return redirectWithAnswer(actor, paths.account(), done('Your account stays. Nothing was deleted.'));
  },
);
