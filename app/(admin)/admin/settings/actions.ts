'use server';

import { updateTag } from 'next/cache';
import { cacheTags } from '@/lib/cache-tags';
import { formAction } from '@/lib/form-action';
import { done } from '@/lib/form-state';
import { limits } from '@/lib/people/limits';
import { changeSettings, settingsForm } from '@/lib/settings/changing';

export const changeSettingsAction = formAction(
  { name: 'settings.change', who: 'settings.edit', schema: settingsForm, rateLimit: limits.staff },
  async (input, { actor }) => {
    const changed = await changeSettings(actor, input);
    if (changed.length === 0) return done('Nothing was different, so nothing has changed.');
    updateTag(cacheTags.site);
    updateTag(cacheTags.list);
    updateTag(cacheTags.slots);
    return done('Saved. Every page shows it from now on.');
  },
);
