import { z } from 'zod';
import { can, roles, type Role } from '@/lib/auth/actor';

/** How somebody is told by e-mail; on the site they are told in any case. */
export const deliveries = ['at-once', 'daily', 'off'] as const;
export type Delivery = (typeof deliveries)[number];

/** How those who moderate are told of what awaits approval: in one e-mail an hour at most. */
export const moderationDeliveries = ['hourly', 'off'] as const;
export type ModerationDelivery = (typeof moderationDeliveries)[number];

/**
 * Why somebody is told of a comment: it replies to theirs, it mentions them, they follow the replies to a comment above it or
 * its post, or they asked for all comments.
 */
export const kinds = ['reply', 'mention', 'follow-replies', 'follow', 'all'] as const;
export type Kind = (typeof kinds)[number];

/** Why somebody is told of their own comment: the correction that it suggests was decided. */
export const CORRECTION = 'correction';

/** How authors are told of decisions about their comments. */
export const decisionDeliveries = ['at-once', 'off'] as const;
export type DecisionDelivery = (typeof decisionDeliveries)[number];

/** What is chosen for each kind. */
type Told = { replies: Delivery; mentions: Delivery; followed: Delivery; comments: Delivery };
export type Choices = Told & {
  moderation: ModerationDelivery;
  decisions: DecisionDelivery;
  corrections: DecisionDelivery;
  notes: DecisionDelivery;
};
export const choiceOf = {
  reply: 'replies',
  mention: 'mentions',
  'follow-replies': 'followed',
  follow: 'followed',
  all: 'comments',
} as const satisfies Record<Kind, keyof Told>;

/** Somebody who writes or follows wants to know what is said; all comments are for those who ask. */
export const defaultChoices: Choices = {
  replies: 'at-once',
  mentions: 'at-once',
  followed: 'at-once',
  comments: 'off',
  moderation: 'hourly',
  decisions: 'at-once',
  corrections: 'at-once',
  notes: 'at-once',
};

const delivery = z.enum(deliveries, 'Choose how you want to be told.');
export const choicesForm = z.object({
  replies: delivery,
  mentions: delivery,
  followed: delivery,
  comments: delivery.optional(),
  moderation: z.enum(moderationDeliveries, 'Choose how you want to be told.').optional(),
  decisions: z.enum(decisionDeliveries, 'Choose how you want to be told.').optional(),
  corrections: z.enum(decisionDeliveries, 'Choose how you want to be told.').optional(),
  notes: z.enum(decisionDeliveries, 'Choose how you want to be told.').optional(),
});

/** What an address to unsubscribe ends: e-mails of one kind, about one post or the replies to one comment, those of each day, or all. */
export type Subscription = keyof Choices | 'digest' | 'all' | `post:${string}` | `replies-to:${string}`;

/** Who may ask to be told of all comments. */
export const moderatingRoles: readonly Role[] = roles.filter((role) => can({ role }, 'comments.moderate'));

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
  const known = (choice: keyof Told) => deliveries.find((each) => each === row?.[choice]) ?? defaultChoices[choice];
  const moderation = moderationDeliveries.find((each) => each === row?.moderation) ?? defaultChoices.moderation;
  const decided = (choice: 'decisions' | 'corrections' | 'notes') =>
    decisionDeliveries.find((each) => each === row?.[choice]) ?? defaultChoices[choice];
  return {
    replies: known('replies'),
    mentions: known('mentions'),
    followed: known('followed'),
    comments: known('comments'),
    moderation,
    decisions: decided('decisions'),
    corrections: decided('corrections'),
    notes: decided('notes'),
  };
}
