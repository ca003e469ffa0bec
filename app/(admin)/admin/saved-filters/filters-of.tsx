import 'server-only';
import { SavedFilters } from '@/components/admin/saved-filters';
import type { Actor } from '@/lib/auth/actor';
import { listSavedFilters } from '@/lib/saved-filters/queries';
import { filterQuery, type ListName } from '@/lib/saved-filters/saved-filter';
import { savedFilterAction } from './actions';

type Props = {
  actor: Actor;
  list: ListName;
  base: string;
  search: Record<string, string | string[] | undefined>;
};

/** The actor's saved filters of a list. */
export async function FiltersOf({ actor, list, base, search }: Props) {
  const filters = await listSavedFilters(actor, list);
  return (
    <SavedFilters
      list={list}
      base={base}
      filters={filters}
      query={filterQuery(list, search)}
      action={savedFilterAction}
    />
  );
}
