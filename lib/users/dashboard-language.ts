import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { db } from '@/lib/database/db';
import { dashboardLanguages } from '@/lib/i18n/admin/dashboard-language';
import { AppError } from '@/lib/platform/errors';

/** "": as the site. */
export const dashboardLanguageForm = z.object({
  dashboardLanguage: z.enum(['', ...dashboardLanguages], 'Choose a language of the list.'),
});

type Choice = z.output<typeof dashboardLanguageForm>;

/** Has the admin address the actor in a language from now on. */
export async function chooseDashboardLanguage(actor: Actor, { dashboardLanguage }: Choice) {
  requireCapability(actor, 'admin.enter');
  const data = { dashboardLanguage: dashboardLanguage || null };
  const { count } = await db.user.updateMany({ where: { id: actor.id, deletedAt: null }, data });
  if (count === 0) throw new AppError('not_found', 'This account no longer exists.');
}
