import type { ListedNotification } from '@/lib/notifications/queries';
import { whatHappened } from '@/lib/notifications/email-words';
import type { Translator } from '@/lib/i18n/translator';
import { titleOf } from '@/lib/posts/title';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { ToldOfCorrection } from './told-of-correction';

type Props = { notifications: ListedNotification[]; timeZone: string; t: Translator };

/** What somebody was told, newest first; each leads to its comment in the thread. */
export function NotificationList({ notifications, timeZone, t }: Props) {
  return (
    <ol className="notifications">
      {notifications.map((notification) => (
        <li
          key={notification.id}
          className={notification.isRead ? 'notification' : 'notification notification--unread'}
        >
          {notification.correction ? (
            <ToldOfCorrection correction={notification.correction} notification={notification} t={t} />
          ) : (
            <ToldOfComment notification={notification} />
          )}
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

function ToldOfComment({
  notification: { kind, author, excerpt, commentId, post },
}: {
  notification: ListedNotification;
}) {
  return (
    <>
      <a href={paths.commentInThread(post.slug, commentId)}>
        <bdi>{author}</bdi>
        <span>{` ${whatHappened(kind)} `}</span>
        <bdi>{titleOf(post)}</bdi>
      </a>
      <p dir="auto">{excerpt}</p>
    </>
  );
}
