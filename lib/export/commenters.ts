import type { CommentRow } from './reading-threads';

/** Under which name a comment stands. */
export function nameOfCommenter({ author, authorName }: CommentRow) {
  return author?.name || authorName || 'Anonymous';
}
