/** hold: every comment awaits approval. shadow: a comment is seen by its author, who is not told, and by moderators. */
export const restrictions = ['hold', 'shadow'] as const;
export type Restriction = (typeof restrictions)[number];

type Restricted = { commentRestriction: string; commentRestrictedUntil: Date | null };

/** What becomes of a user's comments at present; null if nothing unusual. */
export function restrictionOf(user: Restricted, now: Date): Restriction | null {
  const hasEnded = user.commentRestrictedUntil !== null && user.commentRestrictedUntil <= now;
  return hasEnded ? null : (restrictions.find((one) => one === user.commentRestriction) ?? null);
}
