import { formatMoment, type DateStyle } from '@/lib/time/dates';
import { browserName } from '@/lib/users/browser-name';

type Props = {
  sessions: { id: string; userAgent: string; createdAt: Date; lastSeenAt: Date; isThisOne: boolean }[];
  style: DateStyle;
};

export function SessionList({ sessions, style }: Props) {
  return (
    <ul className="sessions">
      {sessions.map((session) => (
        <li key={session.id}>
          <p>
            <span>{browserName(session.userAgent)}</span>
            <span>{session.isThisOne && ' — this browser'}</span>
          </p>
          <p>
            {`Signed in ${formatMoment(session.createdAt, style)}, last seen ${formatMoment(session.lastSeenAt, style)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
