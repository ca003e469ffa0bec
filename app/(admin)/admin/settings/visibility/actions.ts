'use server';

import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { accessForm, changeAccess, maintenanceForm } from '@/lib/settings/access';
import { applySettings } from '@/lib/settings/updating';
import { limits } from '@/lib/users/rate-limits';

const sentences = {
  everyone: 'Saved. Everyone can see the site.',
  accounts: 'Saved. Only people with an account can see the site.',
  password: 'Saved. Only people with the password can see the site.',
};

export const changeVisibilityAction = formAction(
  { name: 'visibility.change', who: 'settings.edit', schema: accessForm, rateLimit: limits.staff },
  async (input, { actor }) => {
    const changed = await changeAccess(actor, input);
    return done(changed.length > 0 ? sentences[input.visibility] : 'There were no changes to save.');
  },
);

export const changeMaintenanceAction = formAction(
  { name: 'visibility.maintenance', who: 'settings.edit', schema: maintenanceForm, rateLimit: limits.staff },
  async (input, { actor }) => {
    const changed = await applySettings(actor, input);
    if (changed.length === 0) return done('There were no changes to save.');
    return done(
      input.maintenance
        ? 'Saved. Readers see the maintenance page from now on.'
        : 'Saved. Readers see the site, as far as it is open to them.',
    );
  },
);
