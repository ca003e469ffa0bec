'use server';

import type { Actor } from '@/lib/auth/actor';
import { formAction } from '@/lib/actions/form-action';
import { findDashboardLanguage } from '@/lib/actions/form-language';
import { adminTextOf } from '@/lib/i18n/admin/texts';
import { done } from '@/lib/forms/form-state';
import { limits } from '@/lib/users/rate-limits';
import { listScheduled } from '@/lib/posts/publishing/scheduled';
import { zoneChangeSentence } from '@/lib/posts/publishing/zone-change';
import { changeSettings, settingsForm } from '@/lib/settings/updating';
import { getSettings } from '@/lib/settings/queries';

export const changeSettingsAction = formAction(
  { name: 'settings.change', who: 'settings.edit', schema: settingsForm, rateLimit: limits.staff },
  async (input, { actor }) => {
    const { timeZone } = await getSettings();
    const changed = await changeSettings(actor, input);
    if (changed.length === 0) return done('There were no changes to save.');
    const moved = changed.includes('timeZone')
      ? await movedTimes(actor, { before: timeZone, after: input.timeZone })
      : '';
    const t = adminTextOf(await findDashboardLanguage());
    return done([t('Settings saved.'), moved].filter(Boolean).join(' '));
  },
);

async function movedTimes(actor: Actor, zones: { before: string; after: string }) {
  return zoneChangeSentence(await listScheduled(actor), zones, adminTextOf(await findDashboardLanguage()));
}
