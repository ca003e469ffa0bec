import type { Translator } from '@/lib/i18n/translator';
import { formatMoment, type DateStyle } from '@/lib/time/dates';
import { browserName } from '@/lib/users/browser-name';

type Props = {
  sessions: { id: string; userAgent: string; createdAt: Date; lastSeenAt: Date; isThisOne: boolean }[];
  dates: DateStyle;
  t: Translator;
};

export function SessionList({ sessions, dates, t }: Props) {
  return (
    <ul className="sessions">
      {sessions.map((session) => (
        <li key={session.id}>
          <p>{whichBrowser(session, t)}</p>
          <p>
            {t('account.sessionTimes', {
              began: formatMoment(session.createdAt, dates),
              seen: formatMoment(session.lastSeenAt, dates),
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function whichBrowser({ userAgent, isThisOne }: Props['sessions'][number], t: Translator) {
  const browser = browserName(userAgent, t);
  return isThisOne ? t('account.thisBrowser', { browser }) : browser;
}
