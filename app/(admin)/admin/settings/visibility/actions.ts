'use server';

import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { accessForm, changeAccess, maintenanceForm } from '@/lib/settings/access';
import { getSettings } from '@/lib/settings/queries';
import { changedByForm, shownForm, shownValues } from '@/lib/settings/shown-values';
import { applySettings } from '@/lib/settings/updating';
import { limits } from '@/lib/users/rate-limits';

const sentences = {
  everyone: 'Saved. Everyone can see the site.',
  accounts: 'Saved. Only people with an account can see the site.',
  password: 'Saved. Only people with the password can see the site.',
};

export const changeVisibilityAction = formAction(
  { name: 'visibility.change', who: 'settings.edit', schema: accessForm.and(shownForm), rateLimit: limits.staff },
  async ({ shown, sitePassword, visibility }, { actor }) => {
    const present = await getSettings();
    const merged = changedByForm({ visibility }, { shown, present: { visibility: present.visibility } });
    const changed = await changeAccess(actor, { ...merged, sitePassword });
    const said = done(changed.length > 0 ? sentences[merged.visibility] : 'There were no changes to save.');
    return { ...said, values: { shown: shownValues(merged) } };
  },
);

export const changeMaintenanceAction = formAction(
  {
    name: 'visibility.maintenance',
    who: 'settings.edit',
    schema: maintenanceForm.and(shownForm),
    rateLimit: limits.staff,
  },
  async ({ shown, ...input }, { actor }) => {
    const { maintenance, maintenanceText } = await getSettings();
    const merged = changedByForm(input, { shown, present: { maintenance, maintenanceText } });
    const changed = await applySettings(actor, merged);
    const sentence = merged.maintenance
      ? 'Saved. Readers see the maintenance page from now on.'
      : 'Saved. Readers see the site, as far as it is open to them.';
    const said = done(changed.length > 0 ? sentence : 'There were no changes to save.');
    return { ...said, values: { shown: shownValues(merged) } };
  },
);
