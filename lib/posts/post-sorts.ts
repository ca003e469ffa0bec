import type { PostState } from './post';

/** Oldest first with "-asc". */
export const postSorts = ['updated', 'updated-asc', 'published', 'published-asc'] as const;
export type PostSort = (typeof postSorts)[number];

/** Whether a list can be sorted by its publish dates, which drafts do not have. */
export function sortsByPublication(state: PostState | null) {
  return state === 'Published' || state === 'Scheduled';
}

export type Order = { by: 'updatedAt' | 'publishAt' | 'unpublishAt'; direction: 'asc' | 'desc' };

/** The order of a list; each is that of an index. */
export function orderOf(state: PostState | null, sort: PostSort | null): Order {
  const direction = sort?.endsWith('-asc') ? 'asc' : 'desc';
  if (sort?.startsWith('published') && sortsByPublication(state)) return { by: 'publishAt', direction };
  if (sort?.startsWith('updated')) return { by: 'updatedAt', direction };
  if (state === 'Scheduled') return { by: 'publishAt', direction: 'asc' };
  if (state === 'Expired') return { by: 'unpublishAt', direction: 'desc' };
  if (state === 'Published') return { by: 'publishAt', direction: 'desc' };
  return { by: 'updatedAt', direction: 'desc' };
}
