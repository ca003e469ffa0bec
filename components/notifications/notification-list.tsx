import type { Action } from '@/components/ui/action-errors';
import type { ListedNotification } from '@/lib/notifications/queries';
import { whatHappened } from '@/lib/notifications/email-words';
import type { Translator } from '@/lib/i18n/translator';
import { titleOf } from '@/lib/posts/title';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { Opening } from './opening';
import { ToldOfCorrection } from './told-of-correction';

type Props = { notifications: ListedNotification[]; timeZone: string; t: Translator; open: Action };

/** What somebody was told, newest first; each leads to its comment in the thread. */
export function NotificationList({ notifications, timeZone, t, open }: Props) {
  return (
    <ol className="notifications">
      {notifications.map((notification) => (
        <li
          key={notification.id}
          className={notification.isRead ? 'notification' : 'notification notification--unread'}
        >
          {notification.correction ? (
            <ToldOfCorrection correction={notification.correction} notification={notification} t={t} open={open} />
          ) : (
            <ToldOfComment notification={notification} open={open} />
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

type Told = { notification: ListedNotification; open: Action };

function ToldOfComment({ notification: { id, kind, author, excerpt, commentId, isRead, post }, open }: Told) {
  return (
    <>
      <Opening id={id} href={paths.commentInThread(post.slug, commentId)} isRead={isRead} action={open}>
        <bdi>{author}</bdi>
        <span>{` ${whatHappened(kind)} `}</span>
        <bdi>{titleOf(post)}</bdi>
      </Opening>
      <p dir="auto">{excerpt}</p>
    </>
  );
}
