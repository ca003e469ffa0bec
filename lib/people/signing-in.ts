import 'server-only';
import { z } from 'zod';
import type { Role } from '@/lib/auth/actor';
import { emailField } from '@/lib/auth/email';
import { isPassword } from '@/lib/auth/passwords';
import { isBanned } from '@/lib/auth/session-records';
import { redeemToken } from '@/lib/auth/tokens';
import { reader, transaction, writer, type Tx } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { askForLetter } from './letters';
import { limits } from './limits';

export const signInForm = z.object({
  email: emailField,
  password: z.string().min(1, 'Enter your password.').max(1_000, 'That is not your password: it is too long.'),
  to: z.string().default(''),
});

export const letterForm = z.object({ email: emailField, to: z.string().default('') });

/** Somebody who has proved who they are. */
export type Proven = { id: string; sessionVersion: number; role: Role; to: string };

export const provenFields = {
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

/** Checks e-mail and password. An unknown address and a wrong password get one answer after one length of time. */
export async function signInWithPassword({ email, password, to }: z.output<typeof signInForm>): Promise<Proven> {
  await countAttempt(limits.signInAs, email);
  const user = await reader.user.findUnique({ where: { email }, select: { ...provenFields, passwordHash: true } });
  const isRight = await isPassword(password, user?.passwordHash ?? null);
  if (!user || user.deletedAt || !isRight) {
    throw new AppError(
      'unauthenticated',
      'This e-mail address and password do not belong together. Try again, or choose a new password.',
    );
  }
  return { ...admit(user), to };
}

/** Asks for a link that signs in; whether the address has an account shows in its mailbox alone. */
export async function askForMagicLink({ email, to }: z.output<typeof letterForm>) {
  await countAttempt(limits.lettersTo, email);
  await transaction((tx) => askForLetter('magic-link', email, to, tx));
}

/**
 * Uses up the link of a letter. Whoever could open the letter owns the address: it counts as confirmed, and a password
 * that somebody set before that proof is dropped with its sessions.
 */
export async function signInWithMagicLink(secret: string): Promise<Proven> {
  return transaction(async (tx) => {
    const { subject, data } = await redeemToken('magic-link', secret, tx);
    const user = await tx.user.findUnique({ where: { id: subject }, select: provenFields });
    const { id, role } = admit(user);
    const { sessionVersion } = await confirmByLetter(id, user?.emailVerifiedAt ?? null, tx);
    return { id, role, sessionVersion, to: data.to ?? '' };
  });
}

/** The sentence for somebody who may not come in, or the person. */
export function admit(user: Row | null) {
  if (!user || user.deletedAt) throw new AppError('gone', 'This account no longer exists.');
  if (isBanned(user)) throw new AppError('forbidden', banSentence(user));
  return { id: user.id, role: user.role as Role, sessionVersion: user.sessionVersion };
}

/** Notes that the address is theirs; at the first proof, everything set up without one is taken away. */
export async function confirmByLetter(id: string, emailVerifiedAt: Date | null, tx: Tx = writer) {
  const unproven = { emailVerifiedAt: new Date(), passwordHash: null, sessionVersion: { increment: 1 } };
  return tx.user.update({ where: { id }, data: emailVerifiedAt ? {} : unproven, select: { sessionVersion: true } });
}

function banSentence({ bannedUntil, banReason }: { bannedUntil: Date | null; banReason: string }) {
  const until = bannedUntil ? ` until ${bannedUntil.toISOString().slice(0, 10)}` : '';
  const reason = banReason ? ` The reason given: ${banReason}` : '';
  return `This account is suspended${until}.${reason}`;
}
