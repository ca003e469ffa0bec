import { useText } from '#text';
import { roleNames, roles } from '@/lib/auth/actor';

/** Search by name or address, and by role; a plain form, so that the filter is in the URL. */
export function UserFilters({ search, role }: { search: string; role: string }) {
  const t = useText();
  return (
    <form className="filters" role="search">
      <input
        className="input filters__search"
        type="search"
        name="q"
        defaultValue={search}
        placeholder={t('Name or e-mail')}
        aria-label={t('Search users')}
      />
      <select className="select" name="role" defaultValue={role} aria-label={t('Role')}>
        <option value="">{t('All roles')}</option>
        {roles.map((one) => (
          <option key={one} value={one}>
            {t(roleNames[one])}
          </option>
        ))}
      </select>
      <button className="button">{t('Search')}</button>
    </form>
  );
}
