'use server';

import type { Actor } from '@/lib/auth/actor';
import { formAction } from '@/lib/actions/form-action';
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
    return done(['Settings saved.', moved].filter(Boolean).join(' '));
  },
);

async function movedTimes(actor: Actor, zones: { before: string; after: string }) {
  const { count, first } = await listScheduled(actor);
  return zoneChangeSentence(count, first, zones);
}
