import { useText } from '#text';
import { ListFilters } from '@/components/ui/list-filters';
import { orderNames, type Wanted } from '@/lib/redirects/list-filter';

/** Search and order of the redirects. */
export function RedirectFilters({ search, order }: Pick<Wanted, 'search' | 'order'>) {
  const t = useText();
  const options = Object.entries(orderNames).map(([value, label]) => ({ value, label: t(label) }));
  return (
    <ListFilters
      search={{ value: search, label: t('Search redirects'), placeholder: t('Part of an address') }}
      choice={{ name: 'sort', value: order, label: t('Order'), options }}
    />
  );
}
