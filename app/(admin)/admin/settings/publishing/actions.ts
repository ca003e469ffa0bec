'use server';

import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { publishRulesForm } from '@/lib/settings/publish-rules';
import { applySettings } from '@/lib/settings/updating';
import { limits } from '@/lib/users/rate-limits';

export const savePublishRulesAction = formAction(
  { name: 'settings.publishing', who: 'settings.edit', schema: publishRulesForm, rateLimit: limits.staff },
  async (input, { actor }) => {
    const changed = await applySettings(actor, input);
    return done(changed.length > 0 ? 'Settings saved.' : 'There were no changes to save.');
  },
);
