import { adminText } from '@/components/text/server';
import { pageTitle } from '../../page-title';
import { PageHeader } from '@/components/admin/page-header';
import { PagedRows } from '@/components/admin/paged-rows';
import { UserFilters } from '@/components/users/user-filters';
import { UserRow } from '@/components/users/user-row';
import { paths } from '@/lib/web/paths';
import { findUserPage } from '@/lib/users/queries';
import { getSettings } from '@/lib/settings/queries';
import { only, withQuery } from '@/lib/web/search-params';
import { FiltersOf } from '../saved-filters/filters-of';
import { ListShortcuts } from '@/components/admin/list-shortcuts';
import { guardPage } from '../../guard';
import './users.css';

export const generateMetadata = pageTitle('Users');

export default async function UsersPage({ searchParams }: PageProps<'/admin/users'>) {
  const t = await adminText();
  const actor = await guardPage('users.manage', paths.admin.users());
  const query = await searchParams;
  const filter = { search: only(query.q), role: only(query.role), after: only(query.after) };
  const [{ users, next }, { timeZone }] = await Promise.all([findUserPage(actor, filter), getSettings()]);
  const isFiltered = Boolean(filter.search || filter.role);
  const { search, role } = filter;
  const address = (after: string) => withQuery(paths.admin.users(), { q: search, role, after });
  return (
    <>
      <PageHeader title={t('Users')} lead={t('Everyone with an account, and authors without one.')}>
        <a className="button button--primary" href={paths.admin.invite()}>
          {t('Invite user')}
        </a>
      </PageHeader>
      <UserFilters search={search} role={role} />
      <FiltersOf actor={actor} list="users" base={paths.admin.users()} search={query} />
      <PagedRows
        rows={users.map((user) => (
          <UserRow key={user.id} user={user} timeZone={timeZone} />
        ))}
        empty={
          isFiltered
            ? t('No users found. Try fewer words, the beginning of a name or e-mail address, or all roles.')
            : t('No users yet.')
        }
        address={address}
        after={filter.after}
        next={next}
      />
      <ListShortcuts />
    </>
  );
}
