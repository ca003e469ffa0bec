import { Opening } from '@/components/notifications/opening';
import type { Action } from '@/components/ui/action-errors';
import type { Statement } from '@/lib/comments/statements/queries';
import { shortDay } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';

type Props = { statements: Statement[]; timeZone: string; open: Action };

/** The decisions about somebody's comments, newest first; each leads to its own page. */
export function StatementList({ statements, timeZone, open }: Props) {
  return (
    <ol className="notifications">
      {statements.map(({ id, reason, excerpt, createdAt, readAt, appealStatus }) => (
        <li key={id} className={readAt ? 'notification' : 'notification notification--unread'}>
          <Opening id={id} href={paths.decision(id)} isRead={readAt !== null} action={open}>
            {`Your comment was removed: ${reason}`}
          </Opening>
          <p dir="auto">{excerpt}</p>
          <p className="notification__facts">
            {!readAt && <strong>New</strong>}
            <time dateTime={createdAt.toISOString()}>{shortDay(createdAt, timeZone)}</time>
            {appealStatus && <span>{appealNames[appealStatus]}</span>}
          </p>
        </li>
      ))}
    </ol>
  );
}

const appealNames: Record<string, string> = {
  open: 'You appealed',
  upheld: 'Appeal upheld',
  rejected: 'Appeal rejected',
};
