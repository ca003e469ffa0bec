import { countText } from '@/lib/text/capped-count';
import { postStates, type PostState } from '@/lib/posts/post';
import { filterHref, type ListFilter } from './post-filter';

type Named = { id: string; name: string };
type Props = {
  base: string;
  filter: ListFilter;
  counts: Record<PostState | 'all', number>;
  users: Named[];
  tags: Named[];
};

/** Search and filters of a list of posts; work without JavaScript. */
export function PostFilters({ base, filter, counts, users, tags }: Props) {
  const states = postStates.filter((state) => counts[state] > 0 || filter.state === state);
  const href = (state: PostState | null) => filterHref(base, { ...filter, state, cursor: '' });
  return (
    <>
      <nav className="tabs" aria-label="Status">
        <a href={href(null)} aria-current={filter.state === null ? 'page' : undefined}>
          All <small>{countText(counts.all)}</small>
        </a>
        {states.map((state) => (
          <a key={state} href={href(state)} aria-current={filter.state === state ? 'page' : undefined}>
            <span>{state}</span> <small>{countText(counts[state])}</small>
          </a>
        ))}
      </nav>
      <form className="filters" method="get" action={base} role="search">
        {filter.state && <input type="hidden" name="state" value={filter.state.toLowerCase()} />}
        <input
          className="input filters__search"
          type="search"
          name="q"
          aria-label="Search titles and URLs"
          placeholder="Search"
          defaultValue={filter.query}
        />
        {users.length > 1 && (
          <NamedSelect name="author" label="Author" all="All authors" value={filter.author} options={users} />
        )}
        {tags.length > 0 && <NamedSelect name="tag" label="Tag" all="All tags" value={filter.tag} options={tags} />}
        <button className="button">Filter</button>
      </form>
    </>
  );
}

type SelectProps = { name: string; label: string; all: string; value: string; options: Named[] };

function NamedSelect({ name, label, all, value, options }: SelectProps) {
  return (
    <select className="select" name={name} aria-label={label} defaultValue={value}>
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
