import { z } from 'zod';

/** For so long only the author sees how many like a comment, so that the first do not decide for the rest. */
export const HIDDEN_SCORE_MS = 60 * 60 * 1000;
/** Of a comment that everybody likes. */
export const HIGHEST_RANK = 1_000_000_000;
/** For a confidence of 80 %. */
export const Z = 1.28;

const id = z
  .string()
  .max(40)
  .default('')
  .transform((value) => value || null);

/** The buttons of one form: each sends the id of its comment under the name of what it does. */
export const likeSchema = z
  .object({ like: id, unlike: id })
  .refine(({ like, unlike }) => (like === null) !== (unlike === null), 'Choose one comment to like.')
  .transform(({ like, unlike }) => ({ id: like ?? unlike ?? '', isLiked: like !== null }));

/** The lower bound of Wilson's interval: what share is to be expected where so many of so many were in favour. */
export function wilsonLowerBound(inFavour: number, total: number) {
  if (total === 0) return 0;
  const share = inFavour / total;
  const spread = Z * Math.sqrt((share * (1 - share) + (Z * Z) / (4 * total)) / total);
  return (share + (Z * Z) / (2 * total) - spread) / (1 + (Z * Z) / total);
}

/** The place of a comment among the best, as a whole number: both databases order and compare those alike. */
export function rankOf(likes: number) {
  return Math.round(wilsonLowerBound(likes, likes) * HIGHEST_RANK);
}

/** The number that readers see; null while it is hidden. None is no secret. */
export function shownLikes(likes: number, createdAt: Date, now: Date) {
  return likes === 0 || now.getTime() >= scoreShownAt(createdAt) ? likes : null;
}

/** When the next of these hidden scores is shown, in ms; null if none is hidden. */
export function nextShownScore(comments: readonly { createdAt: string; likes: number | null }[]) {
  const hidden = comments.filter(({ likes }) => likes === null);
  return hidden.length === 0 ? null : Math.min(...hidden.map(({ createdAt }) => scoreShownAt(new Date(createdAt))));
}

function scoreShownAt(createdAt: Date) {
  return createdAt.getTime() + HIDDEN_SCORE_MS;
}
