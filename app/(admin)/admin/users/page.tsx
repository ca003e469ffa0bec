import { adminText } from '@/components/text/server';
import { pageTitle } from '../../page-title';
import { PageHeader } from '@/components/admin/page-header';
import { BulkForm } from '@/components/admin/bulk-form';
import { Pager } from '@/components/admin/pager';
import { sortingOf } from '@/components/admin/sorted-column';
import { UserFilters } from '@/components/users/user-filters';
import { UserBulkButtons } from '@/components/users/user-bulk';
import { UserTable } from '@/components/users/user-table';
import { findAnswer } from '@/lib/actions/form-answer';
import { canGrant, roles } from '@/lib/auth/actor';
import { userColumns, userOrderOf } from '@/lib/users/user-sorts';
import { paths } from '@/lib/web/paths';
import { findUserPage } from '@/lib/users/queries';
import { getSettings } from '@/lib/settings/queries';
import { only, withQuery } from '@/lib/web/search-params';
import { FiltersOf } from '../saved-filters/filters-of';
import { ListShortcuts } from '@/components/admin/list-shortcuts';
import { guardPage } from '../../guard';
import { runUserBulkAction } from './actions';
import '../posts/post-table.css';
import './users.css';

export const generateMetadata = pageTitle('Users');

export default async function UsersPage({ searchParams }: PageProps<'/admin/users'>) {
  const t = await adminText();
  const actor = await guardPage('users.manage', paths.admin.users());
  const query = await searchParams;
  const filter = { search: only(query.q), role: only(query.role), after: only(query.after), sort: only(query.sort) };
  const [{ users, next }, { timeZone }] = await Promise.all([findUserPage(actor, filter), getSettings()]);
  const isFiltered = Boolean(filter.search || filter.role);
  const { search, role, sort } = filter;
  const address = (after: string, order = sort) =>
    withQuery(paths.admin.users(), { q: search, role, sort: order, after });
  const sorting = sortingOf({
    orders: userColumns,
    fromStart: ['name', 'role'],
    sorted: search ? null : userOrderOf(sort, roles.find((one) => one === role) ?? null),
    // What was searched for is sorted by how well it matches.
    href: (order) => (search || (role && order.startsWith('role')) ? null : address('', order)),
  });
  return (
    <>
      <PageHeader title={t('Users')} lead={t('Everyone with an account, and authors without one.')}>
        <a className="button button--primary" href={paths.admin.invite()}>
          {t('Invite user')}
        </a>
      </PageHeader>
      <UserFilters search={search} role={role} />
      <FiltersOf actor={actor} list="users" base={paths.admin.users()} search={query} />
      <BulkForm
        action={runUserBulkAction}
        answer={await findAnswer()}
        buttons={<UserBulkButtons roles={roles.filter((one) => canGrant(actor, 'reader', one))} />}
      >
        {users.length > 0 && <UserTable users={users} timeZone={timeZone} sorting={sorting} />}
      </BulkForm>
      {users.length === 0 && (
        <p className="quiet">
          {isFiltered
            ? t('No users found. Try fewer words, the beginning of a name or e-mail address, or all roles.')
            : t('No users yet.')}
        </p>
      )}
      <Pager first={filter.after ? address('') : undefined} next={next ? address(next) : undefined} />
      <ListShortcuts />
    </>
  );
}
