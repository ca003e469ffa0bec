import { StatusBadge } from '@/components/admin/status-badge';
import { roleNames } from '@/lib/auth/actor';
import { shortDay } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import type { ListedUser } from '@/lib/users/queries';
import { Avatar } from './avatar';

/** One user in the list. */
export function UserRow({ user, timeZone }: { user: ListedUser; timeZone: string }) {
  const wrote = [counted(user.postCount, 'post or page', 'posts and pages'), counted(user.commentCount, 'comment')];
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
            user.email ?? 'No e-mail address',
            `since ${shortDay(user.createdAt, timeZone)}`,
            ...wrote.filter(Boolean),
            ...(user.emailRefusal ? [`e-mails refused since ${shortDay(user.emailRefusal.refusedAt, timeZone)}`] : []),
          ].join(' · ')}
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
  if (user.isBanned) return <StatusBadge tone="gone">Suspended</StatusBadge>;
  if (!user.email) return <StatusBadge tone="quiet">No account</StatusBadge>;
  if (!user.emailVerifiedAt)
    return <StatusBadge tone="waiting">{`${roleNames[user.role]}, not confirmed`}</StatusBadge>;
  return <StatusBadge tone={user.role === 'reader' ? 'quiet' : 'live'}>{roleNames[user.role]}</StatusBadge>;
}

function counted(count: number, noun: string, nouns = `${noun}s`) {
  if (count === 0) return '';
  return count === 1 ? `1 ${noun}` : `${count} ${nouns}`;
}
