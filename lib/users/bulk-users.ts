import 'server-only';
import type { Actor, Role } from '@/lib/auth/actor';
import { isBanned } from '@/lib/auth/bans';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { together } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { banUser, unbanUser } from './banning';
import { changeRole } from './roles';

export type UserBulk = { action: 'role' | 'suspend' | 'unsuspend'; ids: readonly string[]; role: Role };

/** Changes the role of each user, suspends them or lifts that, independently: a failure does not stop the others. */
export async function runUserBulk(
  actor: Actor,
  { action, ids, role }: UserBulk,
): Promise<{ done: string[]; failed: string[] }> {
  requireCapability(actor, 'users.manage');
  return together(async () => {
    const result = { done: [] as string[], failed: [] as string[] };
    for (const id of new Set(ids)) {
      try {
        await runOne(actor, { action, id, role });
        result.done.push(id);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        result.failed.push(error.message);
      }
    }
    return result;
  });
}

async function runOne(actor: Actor, { action, id, role }: { action: UserBulk['action']; id: string; role: Role }) {
  if (action === 'role') return changeRole(actor, { id, role });
  const user = await readDb.user.findUnique({
    where: { id },
    select: { name: true, bannedAt: true, bannedUntil: true },
  });
  const isSuspended = user !== null && isBanned(user);
  // The reason and the end of an earlier suspension stay.
  if (action === 'suspend' && isSuspended) throw new AppError('conflict', `${user.name} is suspended already.`);
  if (action === 'unsuspend' && user && !isSuspended) throw new AppError('conflict', `${user.name} is not suspended.`);
  return action === 'suspend' ? banUser(actor, { id, reason: '', until: null }) : unbanUser(actor, id);
}
