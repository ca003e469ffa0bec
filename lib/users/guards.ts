import 'server-only';
import { canGrant, type Actor, type Role } from '@/lib/auth/actor';
import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';

/** The user to act upon; throws for users with the same or a higher role and deleted ones. */
export async function requireManageable(actor: Actor, id: string, tx: Tx) {
  const user = await tx.user.findFirst({
    where: { id, deletedAt: null },
    select: { id: true, name: true, email: true, role: true },
  });
  if (!user) throw new AppError('not_found', 'This user does not exist.');
  const role = user.role as Role;
  if (!canGrant(actor, role, 'reader')) {
    throw new AppError('forbidden', 'Only an owner can change the account of an owner or an admin.');
  }
  return { ...user, role };
}

/** Throws if no other owner is left who stays; serialises such changes until the transaction ends. */
export async function requireAnotherOwner(tx: Tx) {
  const { count } = await tx.user.updateMany({
    where: { role: 'owner', deletedAt: null, deletesAt: null },
    data: { updatedAt: new Date() },
  });
  if (count < 2) {
    throw new AppError(
      'conflict',
      'A site needs an owner, and this is the last one. Make another user an owner first.',
    );
  }
}
