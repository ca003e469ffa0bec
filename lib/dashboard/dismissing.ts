import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';

/** Hides the first steps from the actor's dashboard, or shows them again. */
export async function dismissOnboarding(actor: Actor, { on }: { on: boolean }, now = new Date()) {
  requireCapability(actor, 'admin.enter');
  const data = { onboardingDismissedAt: on ? now : null };
  const { count } = await db.user.updateMany({ where: { id: actor.id, deletedAt: null }, data });
  if (count === 0) throw new AppError('not_found', 'This account no longer exists.');
}
