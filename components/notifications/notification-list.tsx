import type { ReactNode } from 'react';
import { Message } from '@/components/layout/message';
import type { Action } from '@/components/ui/action-errors';
import type { Translator } from '@/lib/i18n/translator';
import type { ListedNotification } from '@/lib/notifications/queries';
import { titleOf } from '@/lib/posts/title';
import { formatMoment, type DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import { Opening } from './opening';
import { ToldOfCorrection } from './told-of-correction';
import { ToldOfNote } from './told-of-note';

type Props = { notifications: ListedNotification[]; dates: DateStyle; t: Translator; open: Action };

/** What somebody was told, newest first; each leads to its comment in the thread. */
export function NotificationList({ notifications, dates, t, open }: Props) {
  return (
    <ol className="notifications">
      {notifications.map((notification) => (
        <li
          key={notification.id}
          className={notification.isRead ? 'notification' : 'notification notification--unread'}
        >
          {notification.about === 'note' ? (
            <ToldOfNote {...{ notification, t, open }} />
          ) : notification.correction ? (
            <ToldOfCorrection correction={notification.correction} notification={notification} t={t} open={open} />
          ) : (
            <ToldOfComment {...{ notification, t, open }} />
          )}
          <p className="notification__facts">
            {!notification.isRead && <strong>{t('notifications.new')}</strong>}
            <time dateTime={notification.createdAt.toISOString()}>{formatMoment(notification.createdAt, dates)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}

type Told = { notification: Extract<ListedNotification, { about: 'comment' }>; t: Translator; open: Action };

function ToldOfComment({ notification, t, open }: Told) {
  const { id, post, commentId, isRead, excerpt } = notification;
  return (
    <>
      <Opening id={id} href={paths.commentInThread(post.slug, commentId)} isRead={isRead} action={open}>
        <Message parts={whatHappened(notification, t)} />
      </Opening>
      <p dir="auto">{excerpt}</p>
    </>
  );
}

const happenings: Record<string, 'notifications.reply' | 'notifications.mention' | 'notifications.followReplies'> = {
  reply: 'notifications.reply',
  mention: 'notifications.mention',
  'follow-replies': 'notifications.followReplies',
};

function whatHappened({ kind, author, post }: Told['notification'], t: Translator) {
  const parts = t.parts<'notifications.commented', ReactNode>(
    // All of them take the same.
    (happenings[kind] ?? 'notifications.commented') as 'notifications.commented',
    { name: <bdi key="name">{author}</bdi>, title: <bdi key="title">{titleOf(post)}</bdi> },
  );
  // Browsers that translate a page move texts that have no element of their own.
  return parts.map((part, index) => (typeof part === 'string' ? <span key={index}>{part}</span> : part));
}
