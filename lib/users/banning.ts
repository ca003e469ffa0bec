import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { endSessionsOf } from '@/lib/auth/session-records';
import { withdrawTokens } from '@/lib/auth/tokens';
import { transaction } from '@/lib/database/db';
import { untilDay } from '@/lib/forms/until-day';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { requireManageable } from './guards';

export const banForm = z.object({
  id: z.string(),
  reason: z.string().trim().max(300, 'Use at most 300 characters for the reason.').default(''),
  until: untilDay,
});

/** Bans a user immediately: no session, e-mail or sign-in. Posts and comments stay. */
export async function banUser(actor: Actor, { id, reason, until }: z.output<typeof banForm>) {
  requireCapability(actor, 'users.manage');
  return transaction(async (tx) => {
    const user = await requireManageable(actor, id, tx);
    if (id === actor.id) throw new AppError('conflict', 'You cannot suspend yourself.');
    const ban = { bannedAt: new Date(), bannedUntil: until, banReason: reason };
    await tx.user.update({ where: { id }, data: ban, select: { id: true } });
    await endSessionsOf(id, tx);
    await withdrawTokens(['magic-link', 'reset-password', 'confirm-email'], id, tx);
    const facts = { userId: id, reason, until: until?.toISOString() ?? '' };
    emit(tx, { type: 'user.banned', actorId: actor.id, ...facts });
    return user;
  });
}

export async function unbanUser(actor: Actor, id: string) {
  requireCapability(actor, 'users.manage');
  return transaction(async (tx) => {
    const user = await requireManageable(actor, id, tx);
    const none = { bannedAt: null, bannedUntil: null, banReason: '' };
    await tx.user.update({ where: { id }, data: none, select: { id: true } });
    emit(tx, { type: 'user.unbanned', actorId: actor.id, userId: id });
    return user;
  });
}
