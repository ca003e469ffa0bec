import { useText } from '#text';
import { countText } from '@/lib/text/capped-count';
import { postStates, type PostState } from '@/lib/posts/post';
import { filterHref, stateName, type ListFilter } from './post-filter';

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
  const t = useText();
  const states = postStates.filter((state) => counts[state] > 0 || filter.state === state);
  const href = (state: PostState | null) => filterHref(base, { ...filter, state, cursor: '' });
  return (
    <>
      <nav className="tabs" aria-label={t('Status')}>
        <a href={href(null)} aria-current={filter.state === null ? 'page' : undefined}>
          <span>{t('All')}</span> <small>{countText(counts.all, t.language)}</small>
        </a>
        {states.map((state) => (
          <a key={state} href={href(state)} aria-current={filter.state === state ? 'page' : undefined}>
            <span>{t(state)}</span> <small>{countText(counts[state], t.language)}</small>
          </a>
        ))}
      </nav>
      <form className="filters" method="get" action={base} role="search">
        {filter.state && <input type="hidden" name="state" value={stateName(filter.state)} />}
        <input
          className="input filters__search"
          type="search"
          name="q"
          aria-label={t('Search titles and URLs')}
          placeholder={t('Search')}
          defaultValue={filter.query}
        />
        {users.length > 1 && (
          <NamedSelect name="author" label={t('Author')} all={t('All authors')} value={filter.author} options={users} />
        )}
        {tags.length > 0 && (
          <NamedSelect name="tag" label={t('Tag')} all={t('All tags')} value={filter.tag} options={tags} />
        )}
        <button className="button">{t('Filter')}</button>
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
