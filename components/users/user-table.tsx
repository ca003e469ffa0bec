import { useText } from '#text';
import { SortedColumn, type Sorting } from '@/components/admin/sorted-column';
import type { ListedUser } from '@/lib/users/queries';
import type { UserColumn } from '@/lib/users/user-sorts';
import { UserRow } from './user-row';

type Props = {
  users: ListedUser[];
  timeZone: string;
  sorting: Record<UserColumn, Sorting>;
};

/** Users to select; each name links to the account. */
export function UserTable({ users, timeZone, sorting }: Props) {
  const t = useText();
  return (
    <table className="post-table" aria-label={t('Users')}>
      <thead>
        <tr>
          <th scope="col" className="post-table__check">
            <span className="hidden-visually">{t('Select')}</span>
          </th>
          <SortedColumn name={t('Name')} {...sorting.name} />
          <SortedColumn name={t('Role')} {...sorting.role} />
          <SortedColumn name={t('Joined')} {...sorting.joined} />
          <th scope="col">{t('Last seen')}</th>
          <th scope="col">{t('Wrote')}</th>
        </tr>
      </thead>
      <tbody className="rows">
        {users.map((user) => (
          <UserRow key={user.id} user={user} timeZone={timeZone} />
        ))}
      </tbody>
    </table>
  );
}
