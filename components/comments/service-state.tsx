import { useText } from '#text';
import { shortMoment } from '@/lib/time/site-time';

type Props = {
  services: readonly { name: string; gets: string }[];
  failures: { count: number; last: { failure: string; checkedAt: Date } | null };
  timeZone: string;
};

/** Which services are asked about comments, and how often one gave no answer. */
export function ServiceState({ services, failures, timeZone }: Props) {
  const t = useText();
  return (
    <section className="section" aria-labelledby="services">
      <header>
        <h2 id="services">{t('Services')}</h2>
        <p>
          {t(
            'What no rule holds is checked by {services}. If a service gives no answer, the comment awaits approval.',
            {
              services: listed(
                services.map(({ name }) => t.said(name)),
                t.language,
              ),
            },
          )}
        </p>
      </header>
      {failures.last ? (
        <p className="notice">
          {t(
            '{count, plural, one {1 comment was} other {# comments were}} held in the last 24 hours because a service gave no answer. The last, {moment}: {failure}.',
            {
              count: failures.count,
              moment: shortMoment(failures.last.checkedAt, { timeZone, language: t.language }),
              failure: t.said(failures.last.failure),
            },
          )}
        </p>
      ) : (
        <p className="quiet">{t('All answered in the last 24 hours.')}</p>
      )}
    </section>
  );
}

function listed(names: string[], language: string) {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(names);
}
