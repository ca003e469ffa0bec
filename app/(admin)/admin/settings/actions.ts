'use server';

import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { formAction } from '@/lib/actions/form-action';
import { findDashboardLanguage } from '@/lib/actions/form-language';
import { adminTextOf } from '@/lib/i18n/admin/texts';
import { done, refused } from '@/lib/forms/form-state';
import { textsOf } from '@/lib/forms/form-texts';
import { validated } from '@/lib/forms/validation';
import { limits } from '@/lib/users/rate-limits';
import { readdressPosts } from '@/lib/posts/publishing/readdressing';
import { listScheduled } from '@/lib/posts/publishing/scheduled';
import { zoneChangeSentence } from '@/lib/posts/publishing/zone-change';
import { getSettings } from '@/lib/settings/queries';
import { settingsSectionNames, settingsSections } from '@/lib/settings/sections';
import { changedSince } from '@/lib/settings/shown-values';
import { changeSection } from '@/lib/settings/updating';

const sectionForm = z.looseObject({
  section: z.enum(settingsSectionNames, 'This is not a valid form. Please reload the page.'),
  shown: z.string().default(''),
});

/** Most sites have no more posts; those of others are moved by the job. */
const PORTIONS_BEFORE_ANSWERING = 5;

export const changeSettingsAction = formAction(
  { name: 'settings.change', who: 'settings.edit', schema: sectionForm, rateLimit: limits.staff },
  async ({ section, shown, ...fields }, { actor, hasScript }) => {
    const { timeZone } = await getSettings();
    const wanted = validated(settingsSections[section], fields);
    const { changed, conflicts, ...saved } = await changeSection(actor, section, { wanted, shown });
    if (conflicts.length > 0) {
      const faults = Object.fromEntries(conflicts.map((name) => [name, changedSince]));
      return refused(changedSince, faults, { ...textsOf(fields), ...saved });
    }
    if (changed.includes('permalinks')) await readdressPosts({}, PORTIONS_BEFORE_ANSWERING);
    const moved = changed.includes('timeZone') ? await movedTimes(actor, timeZone) : '';
    const t = adminTextOf(await findDashboardLanguage());
    const said = changed.length > 0 ? t('Settings saved.') : t('There were no changes to save.');
    // Without JavaScript the page is made anew, with what is shown now.
    return { ...done([said, moved].filter(Boolean).join(' ')), values: hasScript ? saved : {} };
  },
);

async function movedTimes(actor: Actor, before: string) {
  const { timeZone: after } = await getSettings();
  return zoneChangeSentence(await listScheduled(actor), { before, after }, adminTextOf(await findDashboardLanguage()));
}
