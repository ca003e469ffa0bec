import { useText } from '#text';

type Props = {
  search: { value: string; label: string; placeholder: string };
  choice?: { name: string; value: string; label: string; options: { value: string; label: string }[] };
};

/** A search above a list, and one choice where there is one; a plain form, so that both are in the URL. */
export function ListFilters({ search, choice }: Props) {
  const t = useText();
  return (
    <form className="filters" role="search">
      <input
        className="input filters__search"
        type="search"
        name="q"
        defaultValue={search.value}
        placeholder={search.placeholder}
        aria-label={search.label}
      />
      {choice && (
        <select className="select" name={choice.name} defaultValue={choice.value} aria-label={choice.label}>
          {choice.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
      <button className="button">{t('Search')}</button>
    </form>
  );
}
