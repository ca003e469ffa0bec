'use server';

import { readTranslator } from '@/app/(site)/reads';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { subscriptionNameIn } from '@/lib/notifications/subscription-names';
import { unsubscribe, unsubscribeForm } from '@/lib/notifications/unsubscribing';
import { limits } from '@/lib/users/rate-limits';

/** Ends e-mails by the link of one; nobody has to sign in for that. */
export const unsubscribeAction = formAction(
  { name: 'notifications.unsubscribe', who: 'anyone', schema: unsubscribeForm, rateLimit: limits.linksFrom },
  async (input) => {
    const [subscription, t] = await Promise.all([unsubscribe(input), readTranslator()]);
    return done(t('unsubscribe.done', { what: subscriptionNameIn(t, subscription) }));
  },
);
