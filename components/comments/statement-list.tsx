import { Opening } from '@/components/notifications/opening';
import type { Action } from '@/components/ui/action-errors';
import type { Statement } from '@/lib/comments/statements/queries';
import type { Translator } from '@/lib/i18n/translator';
import { formatDay, type DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';

type Props = { statements: Statement[]; dates: DateStyle; t: Translator; open: Action };

/** The decisions about a person's comments, newest first; each leads to its own page. */
export function StatementList({ statements, dates, t, open }: Props) {
  return (
    <ol className="notifications">
      {statements.map(({ id, reason, excerpt, createdAt, readAt, appealStatus }) => (
        <li key={id} className={readAt ? 'notification' : 'notification notification--unread'}>
          <Opening id={id} href={paths.decision(id)} isRead={readAt !== null} action={open}>
            {t('decision.removed', { reason: t(`reason.${reason}`) })}
          </Opening>
          <p dir="auto">{excerpt}</p>
          <p className="notification__facts">
            {!readAt && <strong>{t('notifications.new')}</strong>}
            <time dateTime={createdAt.toISOString()}>{formatDay(createdAt, dates)}</time>
            {isListed(appealStatus) && <span>{t(`decision.list.${appealStatus}`)}</span>}
          </p>
        </li>
      ))}
    </ol>
  );
}

function isListed(status: string) {
  return status === 'open' || status === 'upheld' || status === 'rejected';
}
