import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { emailField } from '@/lib/auth/email';
import { passwordProblem } from '@/lib/auth/password-policy';
import { hashPassword } from '@/lib/auth/passwords';
import type { Device } from '@/lib/auth/device-record';
import { findToken, redeemToken } from '@/lib/auth/tokens';
import { readDb, transaction } from '@/lib/database/db';
import { problemsOf, requireAll } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { getSettings } from '@/lib/settings/queries';
import { takesSignUps } from '@/lib/settings/settings';
import { createUserAccount, isTaken } from './creation';
import { enqueueEmail, emailPolicyFor } from './emails';
import { requireFreeName } from './names';
import { nameField } from './user';
import { requireActive, confirmAddress, findSessionVersion, verifiedUserFields, type VerifiedUser } from './sign-in';

export const signUpForm = z.object({
  name: nameField,
  email: emailField,
  password: z.string(),
  to: z.string().default(''),
});

export const confirmForm = z.object({ token: z.string(), password: z.string().default('') });

type Confirming = { device: Device; actor: { id: string } | null };

/** Adds a member unless the address is taken; the response is the same. Returns the new or a random id. */
export async function signUp({ name, email, password, to }: z.output<typeof signUpForm>, device: Device) {
  if (!takesSignUps(await getSettings())) {
    throw new AppError('forbidden', 'This site is not accepting new accounts at the moment.');
  }
  await requireAll([requireFreeName(name, null), requireGoodPassword(password, { name, email })]);
  const passwordHash = await hashPassword(password);
  const user = { name, email, role: 'reader' as const, passwordHash, emailVerifiedAt: null };
  const isKnown = (await readDb.user.count({ where: { email } })) > 0;
  const kind = isKnown ? 'sign-up-again' : 'confirm-email';
  const policy = await emailPolicyFor(kind, email, device);
  const created = await transaction(async (tx) => {
    const made = isKnown ? null : await createUserAccount(user, tx);
    await enqueueEmail({ kind, email, to, policy }, tx);
    return made;
  }).catch((error: unknown) => {
    // A concurrent sign-up created the account.
    if (!isTaken(error)) throw error;
    return null;
  });
  return created?.id ?? newId();
}

/** What is wrong with the password and the name of a form, whatever its other fields hold. */
export function signUpProblems(texts: (name: string) => string) {
  return problemsOf([requireFreeName(texts('name'), null), passwordCheck(texts)]);
}

/** What is wrong with a new password beside its owner's name and address. */
export function passwordProblems(texts: (name: string) => string) {
  return problemsOf([passwordCheck(texts)]);
}

function passwordCheck(texts: (name: string) => string) {
  return requireGoodPassword(texts('password'), { name: texts('name'), email: texts('email') });
}

export async function requireGoodPassword(password: string, user: { name: string; email: string }) {
  const problem = await passwordProblem(password, user);
  if (problem) throw new AppError('invalid', problem, { fields: { password: problem } });
}

export async function requestConfirmation(actor: Actor, to: string, device: Device) {
  const user = await readDb.user.findUnique({
    where: { id: actor.id },
    select: { email: true, emailVerifiedAt: true },
  });
  const email = user?.email;
  if (!email || user.emailVerifiedAt) throw new AppError('conflict', 'Your address is confirmed already.');
  const policy = await emailPolicyFor('confirm-email', email, device);
  await transaction((tx) => enqueueEmail({ kind: 'confirm-email', email, to, policy }, tx));
}

/** Whether this browser signed up or in to the link's account; null if the link is invalid. */
export async function findConfirmation(secret: string, { device, actor }: Confirming) {
  const found = await findToken('confirm-email', secret);
  if (!found) return null;
  const user = await readDb.user.findUnique({ where: { id: found.subject }, select: { name: true, email: true } });
  const isOwnBrowser = device.accounts.includes(found.subject) || actor?.id === found.subject;
  return user && { id: found.subject, isOwnBrowser, name: user.name, email: user.email ?? '' };
}

/** Consumes a confirmation link. In another browser, the password of the sign-up is removed. */
export async function confirmEmail(
  { token, password }: z.output<typeof confirmForm>,
  browser: Confirming,
): Promise<VerifiedUser> {
  const found = await findConfirmation(token, browser);
  const isOwnBrowser = found?.isOwnBrowser ?? false;
  const isChosen = found !== null && !isOwnBrowser && password !== '';
  if (isChosen) await requireGoodPassword(password, found);
  const passwordHash = isChosen ? await hashPassword(password) : null;
  return transaction(async (tx) => {
    const { subject, data } = await redeemToken('confirm-email', token, tx);
    const user = await tx.user.findUnique({ where: { id: subject }, select: verifiedUserFields });
    const { id, role } = requireActive(user);
    if (!user?.emailVerifiedAt) await confirmAddress(id, { isOwnBrowser, passwordHash }, tx);
    return { id, role, sessionVersion: await findSessionVersion(id, tx), to: data.to ?? '' };
  });
}
