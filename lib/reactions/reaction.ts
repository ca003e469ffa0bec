import { z } from 'zod';

/** At most six: more are a question, not a gesture. */
export const reactionKinds = ['like', 'love', 'funny', 'surprised', 'sad', 'thanks'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export const reactionNames: Record<ReactionKind, { label: string; sign: string }> = {
  like: { label: 'Like', sign: '👍' },
  love: { label: 'Love', sign: '❤️' },
  funny: { label: 'Funny', sign: '😄' },
  surprised: { label: 'Surprising', sign: '😮' },
  sad: { label: 'Sad', sign: '😢' },
  thanks: { label: 'Thank you', sign: '🙏' },
};

/** The setting of each kind: whether it is offered. */
export const reactionSettings = {
  like: 'reactionLike',
  love: 'reactionLove',
  funny: 'reactionFunny',
  surprised: 'reactionSurprised',
  sad: 'reactionSad',
  thanks: 'reactionThanks',
} as const satisfies Record<ReactionKind, string>;

type Offer = Record<(typeof reactionSettings)[ReactionKind], boolean>;
export type ReactionCounts = Partial<Record<ReactionKind, number>>;

const kind = z.enum(reactionKinds, 'Choose one of the reactions.').optional();

/** Each button sends its kind under the name of what it does. */
export const reactionSchema = z
  .object({ postId: z.string().min(1).max(40), add: kind, remove: kind, here: z.string().max(3).default('') })
  .refine(({ add, remove }) => (add === undefined) !== (remove === undefined), 'Choose one of the reactions.')
  .transform(({ postId, add, remove, here }) => ({
    postId,
    kind: add ?? remove ?? 'like',
    isAdded: add !== undefined,
    /** Sent from the page of the reader's own reactions. */
    isHere: here !== '',
  }));

export function offeredReactions(settings: Offer): ReactionKind[] {
  return reactionKinds.filter((each) => settings[reactionSettings[each]]);
}
