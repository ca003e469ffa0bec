import { useText } from '#text';
import { StatusBadge } from '@/components/admin/status-badge';
import { roleNames } from '@/lib/auth/actor';
import { shortDay } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import type { ListedUser } from '@/lib/users/queries';
import { Avatar } from './avatar';

/** One user in the list. */
export function UserRow({ user, timeZone }: { user: ListedUser; timeZone: string }) {
  const t = useText();
  const day = (at: Date) => shortDay(at, timeZone, t.language);
  const wrote = [
    user.postCount > 0 &&
      t('{count, plural, one {# post or page} other {# posts and pages}}', { count: user.postCount }),
    user.commentCount > 0 && t('{count, plural, one {# comment} other {# comments}}', { count: user.commentCount }),
  ];
  return (
    <li className="row">
      <span className="user__avatar">
        <Avatar seed={user.avatarSeed} size={32} />
      </span>
      <div className="row__main">
        <a className="row__title" href={paths.admin.user(user.id)} dir="auto">
          {user.name}
        </a>
        <p className="row__meta">
          {[
            user.email ?? t('No e-mail address'),
            t('since {day}', { day: day(user.createdAt) }),
            user.lastSeenAt && t('last seen {day}', { day: day(user.lastSeenAt) }),
            ...wrote,
            user.emailRefusal && t('e-mails refused since {day}', { day: day(user.emailRefusal.refusedAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="row__side">
        <UserState user={user} />
      </div>
    </li>
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
