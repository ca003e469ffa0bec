export const postTypes = ['post', 'page'] as const;
export type PostType = (typeof postTypes)[number];

export const postStates = ['Draft', 'In review', 'Scheduled', 'Published', 'Expired', 'Private', 'Trash'] as const;
export type PostState = (typeof postStates)[number];

export const transitions = ['publish', 'unpublish', 'trash', 'restore', 'delete'] as const;
export type Transition = (typeof transitions)[number];

const legalTransitions: Record<PostState, readonly Transition[]> = {
  Draft: ['publish', 'trash'],
  'In review': ['publish', 'trash'],
  Scheduled: ['publish', 'unpublish', 'trash'],
  Published: ['publish', 'unpublish', 'trash'],
  Expired: ['publish', 'unpublish', 'trash'],
  Private: ['publish', 'unpublish', 'trash'],
  Trash: ['restore', 'delete'],
};

/** Whether a status allows a transition ("publish" on a published post publishes its changes). */
export function canTransition(state: PostState, move: Transition) {
  return legalTransitions[state].includes(move);
}

/** Whether the post was ever public; if so, its URLs must keep working. */
export function wasEverPublic(post: { firstPublishedAt: Date | null }, now: Date) {
  return post.firstPublishedAt !== null && post.firstPublishedAt <= now;
}
