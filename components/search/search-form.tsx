import { paths } from '@/lib/web/paths';

/** One field and one button; works as a plain form. */
export function SearchForm({ query }: { query: string }) {
  return (
    <form className="search-form" action={paths.search()} role="search">
      <label className="hidden-visually" htmlFor="q">
        Search this site
      </label>
      <input className="input" id="q" name="q" type="search" defaultValue={query} maxLength={200} required />
      <button className="button button--primary" type="submit">
        Search
      </button>
    </form>
  );
}
