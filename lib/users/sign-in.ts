import 'server-only';
import { z } from 'zod';
import type { Role } from '@/lib/auth/actor';
import { emailField } from '@/lib/auth/email';
import { isPassword } from '@/lib/auth/passwords';
import type { Device } from '@/lib/auth/device-record';
import { isBanned } from '@/lib/auth/bans';
import { endSessionsOf } from '@/lib/auth/session-records';
import { redeemToken, withdrawTokens } from '@/lib/auth/tokens';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { inWords, waitAfterAttempt } from '@/lib/rate-limits/limiting';
import { enqueueEmail, emailPolicyFor } from './emails';
import { limits } from './rate-limits';

export const signInForm = z.object({
  email: emailField,
  password: z.string().min(1, 'Enter your password.').max(1_000, 'A password can have at most 1,000 characters.'),
  to: z.string().default(''),
});

export const emailForm = z.object({ email: emailField, to: z.string().default('') });

export type VerifiedUser = { id: string; sessionVersion: number; role: Role; to: string };

export const verifiedUserFields = {
  id: true,
  role: true,
  sessionVersion: true,
  emailVerifiedAt: true,
  bannedAt: true,
  bannedUntil: true,
  banReason: true,
  deletedAt: true,
} as const;

type Row = {
  id: string;
  role: string;
  sessionVersion: number;
  bannedAt: Date | null;
  bannedUntil: Date | null;
  banReason: string;
  deletedAt: Date | null;
};

export type Origin = { address: string; device: Device };

/** Checks e-mail and password; unknown addresses and wrong passwords are indistinguishable, in timing too. */
export async function signInWithPassword(
  { email, password, to }: z.output<typeof signInForm>,
  origin: Origin,
): Promise<VerifiedUser> {
  const user = await readDb.user.findUnique({
    where: { email },
    select: { ...verifiedUserFields, passwordHash: true },
  });
  await countSignIn(email, user?.id ?? '', origin);
  const isRight = await isPassword(password, user?.passwordHash ?? null);
  if (!user || user.deletedAt || !isRight) {
    throw new AppError(
      'unauthenticated',
      'The e-mail address or the password is wrong. Try again, or reset your password.',
    );
  }
  return { ...requireActive(user), to };
}

/** Requests a sign-in link; the response does not reveal whether the account exists. */
export async function requestMagicLink({ email, to }: z.output<typeof emailForm>, device: Device) {
  const policy = await emailPolicyFor('magic-link', email, device);
  await transaction((tx) => enqueueEmail({ kind: 'magic-link', email, to, policy }, tx));
}

/** Consumes a sign-in link and confirms the address (see confirmAddress). */
export async function signInWithMagicLink(secret: string, device: Device): Promise<VerifiedUser> {
  return transaction(async (tx) => {
    const { subject, data } = await redeemToken('magic-link', secret, tx);
    const user = await tx.user.findUnique({ where: { id: subject }, select: verifiedUserFields });
    const { id, role } = requireActive(user);
    if (!user?.emailVerifiedAt) await confirmAddress(id, { isOwnBrowser: device.accounts.includes(id) }, tx);
    return { id, role, sessionVersion: await findSessionVersion(id, tx), to: data.to ?? '' };
  });
}

/** Returns the user, or throws why they may not sign in. */
export function requireActive(user: Row | null) {
  if (!user || user.deletedAt) throw new AppError('gone', 'This account no longer exists.');
  if (isBanned(user)) throw new AppError('forbidden', banSentence(user));
  return { id: user.id, role: user.role as Role, sessionVersion: user.sessionVersion };
}

/** Confirms an address; credentials and sessions of an account created in another browser are removed. */
export async function confirmAddress(
  id: string,
  { isOwnBrowser, passwordHash = null }: { isOwnBrowser: boolean; passwordHash?: string | null },
  tx: Tx,
) {
  const data = isOwnBrowser && !passwordHash ? {} : { passwordHash };
  await tx.user.update({ where: { id }, data: { ...data, emailVerifiedAt: new Date() }, select: { id: true } });
  if (isOwnBrowser) return;
  await tx.account.deleteMany({ where: { userId: id } });
  await tx.passkey.deleteMany({ where: { userId: id } });
  await endSessionsOf(id, tx);
  await withdrawTokens(['confirm-email', 'reset-password', 'magic-link'], id, tx);
}

export async function findSessionVersion(id: string, tx: Tx) {
  return (await tx.user.findUniqueOrThrow({ where: { id }, select: { sessionVersion: true } })).sessionVersion;
}

async function countSignIn(email: string, userId: string, { address, device }: Origin) {
  const wait = device.accounts.includes(userId)
    ? await waitAfterAttempt(limits.knownAs, `${device.id}\n${userId}`)
    : (await waitAfterAttempt(limits.strangersFrom, address)) ||
      (await waitAfterAttempt(limits.strangerAs, `${email}\n${address}`)) ||
      (await waitAfterAttempt(limits.strangersAs, email));
  if (wait === 0) return;
  throw new AppError(
    'rate_limited',
    `There were too many attempts to sign in with a password. Use “Sign in with a link by e-mail”, or try again in ${inWords(wait)}.`,
    { retryAfter: wait },
  );
}

function banSentence({ bannedUntil, banReason }: { bannedUntil: Date | null; banReason: string }) {
  const until = bannedUntil ? ` until ${bannedUntil.toISOString().slice(0, 10)}` : '';
  const reason = banReason ? ` The reason given: ${banReason}` : '';
  return `This account is suspended${until}.${reason}`;
}
