import { shortMoment } from '@/lib/time/site-time';
import { browserName } from '@/lib/users/browser-name';

type Props = {
  sessions: { id: string; userAgent: string; createdAt: Date; lastSeenAt: Date; isThisOne: boolean }[];
  timeZone: string;
};

export function SessionList({ sessions, timeZone }: Props) {
  return (
    <ul className="sessions">
      {sessions.map((session) => (
        <li key={session.id}>
          <p>
            <span>{browserName(session.userAgent)}</span>
            <span>{session.isThisOne && ' — this browser'}</span>
          </p>
          <p>
            {`Signed in ${shortMoment(session.createdAt, { timeZone })}, last seen ${shortMoment(session.lastSeenAt, { timeZone })}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
