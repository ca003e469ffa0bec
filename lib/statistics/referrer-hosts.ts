/** Stands for all hosts beyond those that a day names. */
export const OTHER_HOSTS = '*';

/** The dimension of the hosts that led to one post. */
export function referrersOfPost(postId: string) {
  return `referrer ${postId}`;
}

/** Of the whole site, or of one post. */
export function isReferrer(dimension: string) {
  return dimension.startsWith('referrer');
}
