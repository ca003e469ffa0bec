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

export function offeredReactions(settings: Offer): ReactionKind[] {
  return reactionKinds.filter((each) => settings[reactionSettings[each]]);
}
