import { postSorts, type PostSort } from '@/lib/posts/post-sorts';
import { postStates, type PostState } from '@/lib/posts/post';

/** The filter of a list, stored in the URL. */
export type ListFilter = {
  state: PostState | null;
  query: string;
  author: string;
  tag: string;
  sort: PostSort | null;
  cursor: string;
};

/** In links from earlier versions. */
const formerNames = new Map<string, PostState>([
  ['bin', 'Trash'],
  ['live', 'Published'],
]);

type Search = Record<string, string | string[] | undefined>;

export function readFilter(search: Search): ListFilter {
  const one = (name: string) => {
    const value = search[name];
    return (Array.isArray(value) ? value[0] : value)?.slice(0, 200) ?? '';
  };
  const asked = one('state').toLowerCase();
  const state = formerNames.get(asked) ?? postStates.find((known) => stateName(known) === asked) ?? null;
  const sort = postSorts.find((known) => known === one('sort')) ?? null;
  return { state, query: one('q'), author: one('author'), tag: one('tag'), sort, cursor: one('after') };
}

/** "in-review" */
export function stateName(state: PostState) {
  return state.toLowerCase().replaceAll(' ', '-');
}

export function filterHref(base: string, { state, query, author, tag, sort, cursor }: ListFilter) {
  const search = new URLSearchParams();
  if (state) search.set('state', stateName(state));
  if (query) search.set('q', query);
  if (author) search.set('author', author);
  if (tag) search.set('tag', tag);
  if (sort) search.set('sort', sort);
  if (cursor) search.set('after', cursor);
  const text = search.toString();
  return text ? `${base}?${text}` : base;
}
