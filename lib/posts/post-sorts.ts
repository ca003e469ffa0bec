import { postStates, type PostState } from './post';

/** What a list of posts can be sorted by: the first or least first, and the other way round. */
export const postColumns = {
  title: { asc: 'title-asc', desc: 'title' },
  status: { asc: 'status-asc', desc: 'status' },
  published: { asc: 'published-asc', desc: 'published' },
  updated: { asc: 'updated-asc', desc: 'updated' },
  comments: { asc: 'comments-asc', desc: 'comments' },
  views: { asc: 'views-asc', desc: 'views' },
} as const;
export type PostColumn = keyof typeof postColumns;
type Direction = 'asc' | 'desc';

export type PostSort = PostColumn | `${PostColumn}-asc`;
export const postSorts: readonly PostSort[] = Object.values(postColumns).flatMap(({ asc, desc }) => [desc, asc]);

/** One after the other they are a list; the rows of each are in the order of an index. */
export type Part = {
  /** Of all rows only these. */
  only: { state: PostState } | { isDated: boolean } | null;
  by: 'updatedAt' | 'publishAt' | 'unpublishAt' | 'title' | 'commentCount' | 'viewCount' | 'id';
  direction: Direction;
};

export function columnOf(sort: PostSort) {
  return sort.replace('-asc', '') as PostColumn;
}

/** Whether a list can be sorted by a column: those of posts whose status depends on the time have no index for every order. */
export function isSortable(column: PostColumn, state: PostState | null): boolean {
  if (column === 'status') return state === null;
  if (column === 'updated' || column === 'published') return true;
  return state !== 'Scheduled' && state !== 'Expired';
}

/** How a list is sorted; null if by something that no column shows. */
export function sortOf(
  state: PostState | null,
  sort: PostSort | null,
): { column: PostColumn; direction: Direction } | null {
  if (sort) {
    const column = columnOf(sort);
    if (isSortable(column, state)) return { column, direction: sort === column ? 'desc' : 'asc' };
  }
  if (state === 'Scheduled') return { column: 'published', direction: 'asc' };
  if (state === 'Expired') return null;
  return { column: state === 'Published' ? 'published' : 'updated', direction: 'desc' };
}

/** The order of a list. */
export function orderOf(state: PostState | null, sort: PostSort | null): [Part, ...Part[]] {
  const sorted = sortOf(state, sort);
  if (!sorted) return [{ only: null, by: 'unpublishAt', direction: 'desc' }];
  const { column, direction } = sorted;
  const [first, ...others] = partsOf(column, state).map((part) => ({
    ...part,
    direction: part.direction ?? direction,
  }));
  return column === 'status' && direction === 'desc' ? reversed([first!, ...others]) : [first!, ...others];
}

type Unsorted = Omit<Part, 'direction'> & { direction?: Direction };

function partsOf(column: PostColumn, state: PostState | null): Unsorted[] {
  if (column === 'title') return [{ only: null, by: 'title' }];
  if (column === 'comments') return [{ only: null, by: 'commentCount' }];
  if (column === 'views') return [{ only: null, by: 'viewCount' }];
  if (column === 'updated') return [{ only: null, by: 'updatedAt' }];
  if (column === 'status') return byState.map((one) => ({ ...orderOf(one, null)[0], only: { state: one } }));
  if (state === 'Published' || state === 'Scheduled' || state === 'Expired') return [{ only: null, by: 'publishAt' }];
  // Posts without a date come last, in either direction.
  return [
    { only: { isDated: true }, by: 'publishAt' },
    { only: { isDated: false }, by: 'id', direction: 'desc' },
  ];
}

const byState = postStates.filter((state) => state !== 'Trash');

function reversed([first, ...others]: [Part, ...Part[]]): [Part, ...Part[]] {
  const [last, ...before] = [first, ...others].toReversed();
  return [last!, ...before];
}
