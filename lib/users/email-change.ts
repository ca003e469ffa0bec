import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { emailField } from '@/lib/auth/email';
import { findToken, redeemToken, withdrawTokens } from '@/lib/auth/tokens';
import { readDb, transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { enqueue } from '@/lib/outbox/queueing';
import { AppError } from '@/lib/platform/errors';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { isTaken } from './creation';
import { requireOwnPassword } from './passwords';
import { limits } from './rate-limits';

export const emailChangeForm = z.object({ email: emailField, emailPassword: z.string().default('') });
export const confirmChangeForm = z.object({ token: z.string().max(100) });

/** Sends a link to the new address. Whether somebody else has it is not said: then nothing is sent. */
export async function requestEmailChange(actor: Actor, { email, emailPassword }: z.output<typeof emailChangeForm>) {
  await requireOwnPassword(actor, emailPassword, 'emailPassword');
  const holder = await readDb.user.findUnique({ where: { email }, select: { id: true } });
  if (holder?.id === actor.id) {
    const sentence = 'This is your address already.';
    throw new AppError('invalid', sentence, { fields: { email: sentence } });
  }
  await countAttempt(limits.newEmailsOf, actor.id);
  if (holder) return;
  await transaction(async (tx) => {
    await withdrawTokens(['change-email'], actor.id, tx);
    await enqueue({ event: 'email', payload: { kind: 'change-email', userId: actor.id, address: email } }, tx);
  });
}

/** The address that a link proves, if it is a link of this account; else null. */
export async function findEmailChange(actor: Actor, secret: string) {
  const found = await findToken('change-email', secret);
  return found?.subject === actor.id ? (found.data.email ?? null) : null;
}

/** Changes the address to the one that the link proves; a note goes to the former one. Links to that one end. */
export async function confirmEmailChange(actor: Actor, secret: string) {
  return transaction(async (tx) => {
    const { subject, data } = await redeemToken('change-email', secret, tx);
    const { email } = data;
    if (subject !== actor.id || !email) throw new AppError('forbidden', 'This link is for another account.');
    const { email: oldEmail } = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } });
    const change = { email, emailVerifiedAt: new Date() };
    await tx.user.update({ where: { id: actor.id }, data: change, select: { id: true } });
    await withdrawTokens(['magic-link', 'reset-password', 'confirm-email', 'change-email'], actor.id, tx);
    if (oldEmail) emit(tx, { type: 'user.email-changed', actorId: actor.id, userId: actor.id, oldEmail });
    return email;
  }).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
    throw new AppError('conflict', 'This e-mail address is already in use.');
  });
}
