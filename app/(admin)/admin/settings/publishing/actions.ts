'use server';

import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { publishRulesForm } from '@/lib/settings/publish-rules';
import { getSettings } from '@/lib/settings/queries';
import { changedByForm, shownForm, shownValues } from '@/lib/settings/shown-values';
import { applySettings } from '@/lib/settings/updating';
import { limits } from '@/lib/users/rate-limits';

export const savePublishRulesAction = formAction(
  {
    name: 'settings.publishing',
    who: 'settings.edit',
    schema: publishRulesForm.and(shownForm),
    rateLimit: limits.staff,
  },
  async ({ shown, publishRules: wanted }, { actor }) => {
    const { publishRules: present } = await getSettings();
    const publishRules = changedByForm(wanted, { shown, present });
    const changed = await applySettings(actor, { publishRules });
    const said = done(changed.length > 0 ? 'Settings saved.' : 'There were no changes to save.');
    return { ...said, values: { shown: shownValues(publishRules) } };
  },
);
