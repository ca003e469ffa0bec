import 'server-only';
import { z } from 'zod';
import { canGrant, roles, type Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { endSessionsOf } from '@/lib/auth/session-records';
import { transaction } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { requireAnotherOwner, requireManageable } from './guards';

export const roleForm = z.object({ id: z.string(), role: z.enum(roles, 'Choose one of the roles.') });

/** Changes a user's role and ends their sessions; throws for the last owner. */
export async function changeRole(actor: Actor, { id, role }: z.output<typeof roleForm>) {
  requireCapability(actor, 'users.manage');
  return transaction(async (tx) => {
    const user = await requireManageable(actor, id, tx);
    if (user.role === role) return user;
    if (!canGrant(actor, user.role, role)) {
      throw new AppError('forbidden', 'Only an owner can assign the owner or admin role.');
    }
    if (user.role === 'owner') await requireAnotherOwner(tx);
    await tx.user.update({ where: { id }, data: { role }, select: { id: true } });
    await endSessionsOf(id, tx);
    emit(tx, { type: 'user.role-changed', actorId: actor.id, userId: id, from: user.role, to: role });
    return { ...user, role };
  });
}
