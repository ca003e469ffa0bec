import { z } from 'zod';

/** How somebody is told by e-mail; on the site they are told in any case. */
export const deliveries = ['at-once', 'off'] as const;
export type Delivery = (typeof deliveries)[number];

export const deliveryNames: Record<Delivery, string> = { 'at-once': 'At once', off: 'Never' };

/** What an address to unsubscribe ends: e-mails of one kind, or all of them. */
export type Subscription = 'replies' | 'all';

/** The defaults: somebody who writes wants to know what is answered. */
export const defaultChoices = { replies: 'at-once' } satisfies Record<string, Delivery>;

export const choicesForm = z.object({
  replies: z.enum(deliveries, 'Choose how you want to be told.'),
});
export type Choices = z.output<typeof choicesForm>;

/** Older news is not sent any more. */
const EMAIL_WITHIN_MS = 7 * 24 * 60 * 60 * 1000;
/** Nobody is told of comments older than this, whatever shows them again. */
const TELL_WITHIN_MS = 30 * 24 * 60 * 60 * 1000;

export function isNews(comment: { createdAt: Date }, now: Date) {
  return now.getTime() - comment.createdAt.getTime() < TELL_WITHIN_MS;
}

export function isWorthAnEmail(notification: { createdAt: Date }, now: Date) {
  return now.getTime() - notification.createdAt.getTime() < EMAIL_WITHIN_MS;
}

/** What was chosen, from a row that may be missing or hold words of another version. */
export function choicesFrom(row: Partial<Record<keyof Choices, string>> | null): Choices {
  const parsed = choicesForm.safeParse({ ...defaultChoices, ...row });
  return parsed.success ? parsed.data : defaultChoices;
}
