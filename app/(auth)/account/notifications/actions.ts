'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { done } from '@/lib/forms/form-state';
import { followPost, followReplies, unfollowForm, unfollowRepliesForm } from '@/lib/notifications/following';
import { saveChoices } from '@/lib/notifications/choices';
import { choicesForm } from '@/lib/notifications/notification';
import { tryAddressAgain } from '@/lib/notifications/email-refusals';
import { markAsRead, openForm, openNotification, readForm } from '@/lib/notifications/reading';
import { limits } from '@/lib/users/rate-limits';

export const markAsReadAction = formAction(
  { name: 'notifications.read', who: 'signed-in', schema: readForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await markAsRead(actor, input);
    return done('All are marked as read.');
  },
);

/** Leads to what a notification is about. */
export const openNotificationAction = formAction(
  { name: 'notifications.open', who: 'signed-in', schema: openForm, rateLimit: limits.opening },
  async (input, { actor }) => {
    redirect(await openNotification(actor, input));
  },
);

export const saveChoicesAction = formAction(
  { name: 'notifications.choose', who: 'signed-in', schema: choicesForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await saveChoices(actor, input);
    return done('Saved.');
  },
);

export const tryAddressAgainAction = formAction(
  { name: 'notifications.try-again', who: 'signed-in', schema: z.object({}), rateLimit: limits.ownAccount },
  async (_, { actor }) => {
    await tryAddressAgain(actor);
    return done('E-mails about comments are sent to your address again.');
  },
);

export const unfollowAction = formAction(
  { name: 'notifications.unfollow', who: 'signed-in', schema: unfollowForm, rateLimit: limits.ownAccount },
  async (input, { actor }) => {
    await followPost(actor, { ...input, follow: 'no' });
    return done('You no longer follow it.');
  },
);

export const unfollowRepliesAction = formAction(
  {
    name: 'notifications.unfollow-replies',
    who: 'signed-in',
    schema: unfollowRepliesForm,
    rateLimit: limits.ownAccount,
  },
  async (input, { actor }) => {
    await followReplies(actor, { ...input, follow: 'no' });
    return done('You no longer follow it.');
  },
);
