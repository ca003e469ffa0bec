import { useText } from '#text';
import { orderNames, type Wanted } from '@/lib/redirects/list-filter';

/** Search and order; a plain form, so that both are in the URL. */
export function RedirectFilters({ search, order }: Pick<Wanted, 'search' | 'order'>) {
  const t = useText();
  return (
    <form className="filters" role="search">
      <input
        className="input filters__search"
        type="search"
        name="q"
        defaultValue={search}
        placeholder={t('Part of an address')}
        aria-label={t('Search redirects')}
      />
      <select className="select" name="sort" defaultValue={order} aria-label={t('Order')}>
        {Object.entries(orderNames).map(([value, label]) => (
          <option key={value} value={value}>
            {t(label)}
          </option>
        ))}
      </select>
      <button className="button">{t('Search')}</button>
    </form>
  );
}
