import { useText } from '#text';
import { RowCheck } from '@/components/admin/bulk-form';
import { StatusBadge } from '@/components/admin/status-badge';
import { roleNames } from '@/lib/auth/actor';
import { shortDay } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import type { ListedUser } from '@/lib/users/queries';
import { Avatar } from './avatar';

/** One user in the table of users. */
export function UserRow({ user, timeZone }: { user: ListedUser; timeZone: string }) {
  const t = useText();
  const day = (at: Date) => shortDay(at, timeZone, t.language);
  const about = [
    user.email ?? t('No e-mail address'),
    user.emailRefusal && t('e-mails refused since {day}', { day: day(user.emailRefusal.refusedAt) }),
  ];
  const wrote = [
    user.postCount > 0 &&
      t('{count, plural, one {# post or page} other {# posts and pages}}', { count: user.postCount }),
    user.commentCount > 0 && t('{count, plural, one {# comment} other {# comments}}', { count: user.commentCount }),
  ].filter(Boolean);
  return (
    <tr>
      <td className="post-table__check">
        <RowCheck id={user.id} name={user.name} />
      </td>
      <th scope="row" className="post-table__title user__cell">
        <span className="user__avatar">
          <Avatar seed={user.avatarSeed} size={32} />
        </span>
        <div>
          <a className="row__title" href={paths.admin.user(user.id)} dir="auto">
            {user.name}
          </a>
          <p className="row__meta">{about.filter(Boolean).join(' · ')}</p>
        </div>
      </th>
      <td className="post-table__state">
        <UserState user={user} />
      </td>
      <td className="post-table__date" data-name={t('Joined')}>
        {day(user.createdAt)}
      </td>
      <td className="post-table__date" data-name={user.lastSeenAt ? t('Last seen') : ''}>
        {user.lastSeenAt && day(user.lastSeenAt)}
      </td>
      <td className="user__wrote" data-name={wrote.length > 0 ? t('Wrote') : ''}>
        {wrote.join(', ')}
      </td>
    </tr>
  );
}

/** The role, or the account's state. */
export function UserState({ user }: { user: Pick<ListedUser, 'isBanned' | 'email' | 'emailVerifiedAt' | 'role'> }) {
  const t = useText();
  if (user.isBanned) return <StatusBadge tone="gone">{t('Suspended')}</StatusBadge>;
  if (!user.email) return <StatusBadge tone="quiet">{t('No account')}</StatusBadge>;
  if (!user.emailVerifiedAt)
    return <StatusBadge tone="waiting">{t('{role}, not confirmed', { role: t(roleNames[user.role]) })}</StatusBadge>;
  return <StatusBadge tone={user.role === 'reader' ? 'quiet' : 'live'}>{t(roleNames[user.role])}</StatusBadge>;
}
