import type { ListedNotification } from '@/lib/notifications/queries';
import { whatHappened } from '@/lib/notifications/email-words';
import { titleOf } from '@/lib/posts/title';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';

type Props = { notifications: ListedNotification[]; timeZone: string };

/** What somebody was told, newest first; each leads to its comment in the thread. */
export function NotificationList({ notifications, timeZone }: Props) {
  return (
    <ol className="notifications">
      {notifications.map((notification) => (
        <li
          key={notification.id}
          className={notification.isRead ? 'notification' : 'notification notification--unread'}
        >
          <a href={paths.commentInThread(notification.post.slug, notification.commentId)}>
            <bdi>{notification.author}</bdi>
            <span>{` ${whatHappened(notification.kind)} `}</span>
            <bdi>{titleOf(notification.post)}</bdi>
          </a>
          <p dir="auto">{notification.excerpt}</p>
          <p className="notification__facts">
            {!notification.isRead && <strong>New</strong>}
            <time dateTime={notification.createdAt.toISOString()}>
              {shortMoment(notification.createdAt, { timeZone })}
            </time>
          </p>
        </li>
      ))}
    </ol>
  );
}
