'use server';

import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { followPost, unfollowForm } from '@/lib/notifications/following';
import { saveChoices } from '@/lib/notifications/choices';
import { choicesForm } from '@/lib/notifications/notification';
import { markAsRead, readForm } from '@/lib/notifications/reading';
import { limits } from '@/lib/users/rate-limits';

export const markAsReadAction = formAction(
  { name: 'notifications.read', who: 'signed-in', schema: readForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await markAsRead(actor, input);
    return done('All are marked as read.');
  },
);

export const saveChoicesAction = formAction(
  { name: 'notifications.choose', who: 'signed-in', schema: choicesForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await saveChoices(actor, input);
    return done('Saved.');
  },
);

export const unfollowAction = formAction(
  { name: 'notifications.unfollow', who: 'signed-in', schema: unfollowForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await followPost(actor, { ...input, follow: 'no' });
    return done('You no longer follow it.');
  },
);
