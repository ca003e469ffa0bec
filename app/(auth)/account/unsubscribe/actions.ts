'use server';

import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { subscriptionName, unsubscribe, unsubscribeForm } from '@/lib/notifications/unsubscribing';
import { limits } from '@/lib/users/rate-limits';

/** Ends e-mails by the link of one; nobody has to sign in for that. */
export const unsubscribeAction = formAction(
  { name: 'notifications.unsubscribe', who: 'anyone', schema: unsubscribeForm, rateLimit: limits.linksFrom },
  async (input) => done(`You will get no more ${subscriptionName(await unsubscribe(input))}.`),
);
