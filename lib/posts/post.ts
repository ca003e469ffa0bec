export const postTypes = ['post', 'page'] as const;
export type PostType = (typeof postTypes)[number];

export const postStates = ['Draft', 'Scheduled', 'Live', 'Expired', 'Private', 'Bin'] as const;
export type PostState = (typeof postStates)[number];

export const moves = ['publish', 'schedule', 'unpublish', 'make-private', 'trash', 'restore', 'delete'] as const;
export type Move = (typeof moves)[number];

const legalMoves: Record<PostState, readonly Move[]> = {
  Draft: ['publish', 'schedule', 'make-private', 'trash'],
  Scheduled: ['publish', 'schedule', 'unpublish', 'make-private', 'trash'],
  Live: ['publish', 'schedule', 'unpublish', 'make-private', 'trash'],
  Expired: ['publish', 'schedule', 'unpublish', 'make-private', 'trash'],
  Private: ['publish', 'schedule', 'unpublish', 'trash'],
  Bin: ['restore', 'delete'],
};

/** Whether a post in this state may make this move. ("publish" on a live post brings a change to readers.) */
export function mayMove(state: PostState, move: Move) {
  return legalMoves[state].includes(move);
}

/** Whether readers ever saw the post: its addresses must then go on answering. */
export function wasEverPublic(post: { firstPublishedAt: Date | null }, now: Date) {
  return post.firstPublishedAt !== null && post.firstPublishedAt <= now;
}
