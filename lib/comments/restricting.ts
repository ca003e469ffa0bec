import 'server-only';
import { z } from 'zod';
import { can, type Actor, type Role } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { untilDay } from '@/lib/forms/until-day';
import { AppError } from '@/lib/platform/errors';
import { restrictions } from './restriction';

export const restrictionForm = z.object({
  userId: z.string().min(1).max(40),
  restriction: z.enum(restrictions, { error: 'Choose what happens to new comments.' }),
  note: z.string().trim().max(300, 'Use at most 300 characters for the note.').default(''),
  until: untilDay,
});

/**
 * Has each new or changed comment of a reader await approval, or be shown to its author and moderators alone, at once and
 * until an end. They are not told. Comments that stand are left as they are.
 */
export async function restrictCommenter(
  actor: Actor,
  { userId, restriction, note, until }: z.output<typeof restrictionForm>,
) {
  requireCapability(actor, 'comments.moderate');
  return transaction(async (tx) => {
    const user = await requireReader(tx, userId);
    const data = { commentRestriction: restriction, commentRestrictedUntil: until, commentRestrictionNote: note };
    await tx.user.update({ where: { id: userId }, data, select: { id: true } });
    const facts = { userId, restriction, reason: note, until: until?.toISOString() ?? '' };
    emit(tx, { type: 'user.comments-restricted', actorId: actor.id, ...facts });
    return user;
  });
}

/** Ends that. Comments that were shadowed meanwhile stay so until a moderator approves them. */
export async function liftRestriction(actor: Actor, userId: string) {
  requireCapability(actor, 'comments.moderate');
  return transaction(async (tx) => {
    const user = await requireReader(tx, userId);
    const none = { commentRestriction: '', commentRestrictedUntil: null, commentRestrictionNote: '' };
    const where = { id: userId, commentRestriction: { not: '' } };
    const { count } = await tx.user.updateMany({ where, data: none });
    if (count > 0) emit(tx, { type: 'user.comments-unrestricted', actorId: actor.id, userId });
    return user;
  });
}

/** Staff are trusted with what they write: who is not should not be staff. */
export async function requireReader(tx: Tx, id: string) {
  const user = await tx.user.findFirst({
    where: { id, deletedAt: null },
    select: { id: true, name: true, role: true },
  });
  if (!user) throw new AppError('not_found', 'This user does not exist.');
  if (can({ role: user.role as Role }, 'admin.enter')) {
    throw new AppError('forbidden', 'Comments of staff cannot be restricted. Change their role first.');
  }
  return user;
}
