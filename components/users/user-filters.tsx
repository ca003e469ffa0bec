import { useText } from '#text';
import { ListFilters } from '@/components/ui/list-filters';
import { roleNames, roles } from '@/lib/auth/actor';

/** Search by name or address, and by role. */
export function UserFilters({ search, role }: { search: string; role: string }) {
  const t = useText();
  const options = roles.map((value) => ({ value, label: t(roleNames[value]) }));
  return (
    <ListFilters
      search={{ value: search, label: t('Search users'), placeholder: t('Name or e-mail') }}
      choice={{
        name: 'role',
        value: role,
        label: t('Role'),
        options: [{ value: '', label: t('All roles') }, ...options],
      }}
    />
  );
}
