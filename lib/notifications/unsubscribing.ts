import 'server-only';
import { z } from 'zod';
import { readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { storeChoices } from './choices';
import type { Choices, Subscription } from './notification';
import { readUnsubscribeToken } from './unsubscribe-token';

export const unsubscribeForm = z.object({ token: z.string().max(500), all: z.string().max(3).default('') });

/** Ends the e-mails that a link of one names, without a session; to do it twice changes nothing. */
export async function unsubscribe({ token, all }: z.output<typeof unsubscribeForm>): Promise<Subscription> {
  const subscribed = readUnsubscribeToken(token);
  if (!subscribed) {
    throw new AppError(
      'not_found',
      'This link is not complete, so nothing was changed. Open it from the e-mail again.',
    );
  }
  const subscription = all ? 'all' : subscribed.subscription;
  const user = await readDb.user.findUnique({ where: { id: subscribed.userId }, select: { id: true } });
  if (user) await storeChoices(user.id, ended[subscription]);
  return subscription;
}

const ended: Record<Subscription, Partial<Choices>> = { replies: { replies: 'off' }, all: { replies: 'off' } };

/** What readers are told that a link ends. */
export const subscriptionNames: Record<Subscription, string> = {
  replies: 'e-mails about replies to your comments',
  all: 'all e-mails about comments',
};
