'use server';

import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { announcementEnd } from '@/lib/settings/identity';
import { getSettings } from '@/lib/settings/queries';
import { announcementForm, applySettings, footerForm } from '@/lib/settings/updating';
import { limits } from '@/lib/users/rate-limits';

export const saveFooterAction = formAction(
  { name: 'identity.footer', who: 'settings.edit', schema: footerForm, rateLimit: limits.staff },
  async (input, { actor }) => {
    const changed = await applySettings(actor, input);
    return done(changed.length > 0 ? 'Settings saved.' : 'There were no changes to save.');
  },
);

export const saveAnnouncementAction = formAction(
  { name: 'identity.announcement', who: 'settings.edit', schema: announcementForm, rateLimit: limits.staff },
  async (input, { actor }) => {
    await applySettings(actor, input);
    if (!input.announcementOn) return done('Saved. No announcement is shown.');
    const end = announcementEnd(await getSettings());
    return end && end <= new Date()
      ? done('Saved, but its last day is over: no announcement is shown.')
      : done('Saved. The announcement is shown on every page.');
  },
);
