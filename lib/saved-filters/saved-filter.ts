import type { Capability } from '@/lib/auth/actor';

/** Of one person and list. */
export const MAX_FILTERS = 20;
export const MAX_NAME = 60;
const MAX_VALUE = 200;

type FilterableList = {
  needs: Capability;
  /** What its address can ask for, without the page. */
  parameters: readonly string[];
};

const lists = {
  posts: { needs: 'posts.write', parameters: ['state', 'q', 'author', 'tag', 'sort'] },
  pages: { needs: 'posts.write', parameters: ['state', 'q', 'author', 'sort'] },
  comments: { needs: 'comments.moderate', parameters: ['state', 'post', 'user', 'search', 'sort'] },
  media: { needs: 'media.upload', parameters: ['q', 'alt', 'use', 'sort'] },
  tags: { needs: 'posts.edit-any', parameters: ['q', 'sort'] },
  series: { needs: 'posts.edit-any', parameters: ['q', 'sort'] },
  users: { needs: 'users.manage', parameters: ['q', 'role', 'sort'] },
  redirects: { needs: 'settings.edit', parameters: ['q', 'sort'] },
} as const satisfies Record<string, FilterableList>;

/** The lists of the admin whose filters can be saved. */
export type ListName = keyof typeof lists;

export const listNames = Object.keys(lists) as [ListName, ...ListName[]];

export function capabilityFor(list: ListName): Capability {
  return lists[list].needs;
}

type Search = Record<string, string | string[] | undefined> | URLSearchParams;

/** The query string of a list by which two filters are compared: its own parameters, in their order, without empty ones. */
export function filterQuery(list: ListName, search: Search): string {
  const query = new URLSearchParams();
  for (const name of lists[list].parameters) {
    const value = valueOf(search, name).trim().slice(0, MAX_VALUE);
    if (value) query.set(name, value);
  }
  return query.toString();
}

/** Whether a filter is more than one of the tabs above its list. */
export function isWorthSaving(query: string): boolean {
  return [...new URLSearchParams(query).keys()].some((name) => name !== 'state');
}

function valueOf(search: Search, name: string) {
  if (search instanceof URLSearchParams) return search.get(name) ?? '';
  const value = search[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
