import { shortMoment } from '@/lib/time/site-time';

type Props = {
  services: readonly { name: string; gets: string }[];
  failures: { count: number; last: { failure: string; checkedAt: Date } | null };
  timeZone: string;
};

/** Which services are asked about comments, and how often one gave no answer. */
export function ServiceState({ services, failures, timeZone }: Props) {
  return (
    <section className="section" aria-labelledby="services">
      <header>
        <h2 id="services">Services</h2>
        <p>{`What no rule holds is checked by ${listed(services.map(({ name }) => name))}. If a service gives no answer, the comment awaits approval.`}</p>
      </header>
      {failures.last ? (
        <p className="notice">{`${countOf(failures.count)} held in the last 24 hours because a service gave no answer. The last, ${shortMoment(failures.last.checkedAt, { timeZone })}: ${failures.last.failure}.`}</p>
      ) : (
        <p className="quiet">All answered in the last 24 hours.</p>
      )}
    </section>
  );
}

function countOf(count: number) {
  return count === 1 ? '1 comment was' : `${count.toLocaleString('en')} comments were`;
}

function listed(names: string[]) {
  return new Intl.ListFormat('en-GB').format(names);
}
