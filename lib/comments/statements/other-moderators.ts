import 'server-only';
import { can, roles, type Actor } from '@/lib/auth/actor';
import type { Tx } from '@/lib/database/db';

const moderating = roles.filter((role) => can({ role }, 'comments.moderate'));

/** Whether anybody besides the actor can decide about comments. */
export async function hasOtherModerator(tx: Pick<Tx, 'user'>, { id }: Actor, now: Date) {
  const other = await tx.user.findFirst({
    where: {
      role: { in: moderating },
      id: { not: id },
      deletedAt: null,
      OR: [{ bannedAt: null }, { bannedUntil: { lte: now } }],
    },
    select: { id: true },
  });
  return other !== null;
}
