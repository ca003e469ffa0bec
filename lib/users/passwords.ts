import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import type { Device } from '@/lib/auth/device-record';
import { hashPassword, isPassword } from '@/lib/auth/passwords';
import { FRESH_MS, hasFreshProof } from '@/lib/auth/session-proof';
import { endSessionsOf } from '@/lib/auth/session-records';
import { findToken, redeemToken, withdrawTokens } from '@/lib/auth/tokens';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { requireAll } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { countAttempt, takeBackAttempt } from '@/lib/rate-limits/limiting';
import { enqueueEmail, emailPolicyFor } from './emails';
import { limits } from './rate-limits';
import { requireActive, confirmAddress, verifiedUserFields, type emailForm, type VerifiedUser } from './sign-in';
import { requireGoodPassword } from './sign-up';

export const newPasswordForm = z.object({ token: z.string(), password: z.string() });
export const changePasswordForm = z.object({ currentPassword: z.string().default(''), password: z.string() });

/** Requests a reset link; the response does not reveal whether the account exists. */
export async function requestPasswordReset({ email, to }: z.output<typeof emailForm>, device: Device) {
  const policy = await emailPolicyFor('reset-password', email, device);
  await transaction((tx) => enqueueEmail({ kind: 'reset-password', email, to, policy }, tx));
}

/** Sets the password with an e-mail's link, signs out other browsers and confirms the address. */
export async function resetPassword(
  { token, password }: z.output<typeof newPasswordForm>,
  device: Device,
): Promise<VerifiedUser> {
  const found = await findToken('reset-password', token);
  const account = found && (await findForPassword(found.subject));
  if (!account) throw new AppError('gone', 'This link has been used or has expired. Please request a new one.');
  await requireGoodPassword(password, account);
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const { subject, data } = await redeemToken('reset-password', token, tx);
    const isOwnBrowser = device.accounts.includes(subject);
    if (!account.emailVerifiedAt) await confirmAddress(subject, { isOwnBrowser, passwordHash }, tx);
    await storePassword(subject, passwordHash, null, tx);
    emit(tx, { type: 'user.password-changed', actorId: subject, userId: subject, how: 'by-link' });
    const user = await tx.user.findUniqueOrThrow({ where: { id: subject }, select: verifiedUserFields });
    return { ...requireActive(user), to: data.to ?? '' };
  });
}

/** Changes the actor's password and signs out other browsers; without an old one, needs a fresh sign-in. */
export async function changePassword(actor: Actor, { currentPassword, password }: z.output<typeof changePasswordForm>) {
  const account = await findForPassword(actor.id);
  if (!account) throw new AppError('not_found', 'This account no longer exists.');
  await requireAll([
    requireOwnPassword(actor, currentPassword, 'currentPassword'),
    requireGoodPassword(password, account),
  ]);
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    await storePassword(actor.id, passwordHash, actor.sessionId, tx);
    emit(tx, { type: 'user.password-changed', actorId: actor.id, userId: actor.id, how: 'by-hand' });
  });
}

export async function replacePassword(userId: string, password: string) {
  const account = await findForPassword(userId);
  if (!account) throw new AppError('not_found', 'This user does not exist.');
  await requireGoodPassword(password, account);
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    await storePassword(userId, passwordHash, null, tx);
    emit(tx, { type: 'user.password-changed', actorId: null, userId, how: 'by-operator' });
  });
}

/** Verifies the actor before an irreversible action. A passkey of the last minutes stands for the password. */
export async function requireOwnPassword(actor: Actor, password: string, field: string, freshMs = FRESH_MS) {
  const user = await readDb.user.findUnique({ where: { id: actor.id }, select: { passwordHash: true } });
  if (password === '' && (await hasFreshProof(actor.sessionId, freshMs))) return;
  if (user?.passwordHash && password === '') throw wrongPassword(field, 'Enter your password.');
  await countAttempt(limits.ownPassword, actor.id);
  if (user?.passwordHash) {
    if (await isPassword(password, user.passwordHash)) return takeBackAttempt(limits.ownPassword, actor.id);
    throw wrongPassword(field, 'That is not your current password.');
  }
  const session = await readDb.session.findUnique({ where: { id: actor.sessionId }, select: { createdAt: true } });
  if (session && session.createdAt.getTime() > Date.now() - freshMs) return;
  throw new AppError('forbidden', 'Please sign in once more first (a link by e-mail will do), then try again.');
}

function wrongPassword(field: string, message: string) {
  return new AppError('invalid', message, { fields: { [field]: message } });
}

function findForPassword(id: string) {
  return readDb.user
    .findFirst({
      where: { id, deletedAt: null },
      select: { name: true, email: true, emailVerifiedAt: true },
    })
    .then((row) => row && { ...row, email: row.email ?? '' });
}

async function storePassword(userId: string, passwordHash: string, keepSessionId: string | null, tx: Tx) {
  await tx.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
  await endSessionsOf(userId, tx, keepSessionId);
  await withdrawTokens(['reset-password', 'magic-link'], userId, tx);
}
