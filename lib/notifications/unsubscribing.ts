import 'server-only';
import { z } from 'zod';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { choiceSelect, storeChoices } from './choices';
import { choicesFrom, type Choices, type Subscription } from './notification';
import { readUnsubscribeToken, type Subscribed } from './unsubscribe-token';

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
  await transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: subscribed.userId }, select: { id: true } });
    if (user) await end(tx, user.id, subscription);
  });
  return subscription;
}

/** Whether somebody still gets what a link of an e-mail ends. */
export async function isSubscribed({ userId, subscription }: Subscribed): Promise<boolean> {
  const postId = idOf('post', subscription);
  const commentId = idOf('replies-to', subscription);
  if (postId !== null) return (await readDb.postFollow.count({ where: { postId, userId } })) > 0;
  if (commentId !== null) return (await readDb.commentFollow.count({ where: { commentId, userId } })) > 0;
  const choices = choicesFrom(await readDb.notificationChoice.findUnique({ where: { userId }, select: choiceSelect }));
  if (subscription === 'digest') return Object.values(choices).includes('daily');
  if (subscription === 'all') return Object.values(choices).some((delivery) => delivery !== 'off');
  return choices[subscription as keyof Choices] !== 'off';
}

async function end(tx: Tx, userId: string, subscription: Subscription) {
  const postId = idOf('post', subscription);
  const commentId = idOf('replies-to', subscription);
  if (subscription === 'digest') return endDigest(tx, userId);
  if (postId !== null) return tx.postFollow.deleteMany({ where: { postId, userId } });
  if (commentId !== null) return tx.commentFollow.deleteMany({ where: { commentId, userId } });
  return storeChoices(tx, userId, subscription === 'all' ? none : { [subscription]: 'off' });
}

/** Whatever was to come once a day comes no more. */
async function endDigest(tx: Tx, userId: string) {
  const row = await tx.notificationChoice.findUnique({ where: { userId }, select: choiceSelect });
  const daily = Object.entries(choicesFrom(row)).filter(([, delivery]) => delivery === 'daily');
  await storeChoices(tx, userId, Object.fromEntries(daily.map(([choice]) => [choice, 'off'])));
}

const none: Choices = {
  replies: 'off',
  mentions: 'off',
  followed: 'off',
  comments: 'off',
  moderation: 'off',
  decisions: 'off',
  corrections: 'off',
  notes: 'off',
};

function idOf(what: 'post' | 'replies-to', subscription: Subscription) {
  return subscription.startsWith(`${what}:`) ? subscription.slice(what.length + 1) : null;
}
