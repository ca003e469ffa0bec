import { axisTicks } from '@/components/admin/chart-axis';
import type { DayFigures } from '@/lib/campaigns/figures';
import { translatorOf } from '@/lib/i18n/translator';
import { shortDay } from '@/lib/time/site-time';

const HEIGHT = 100;

type Props = { days: readonly string[]; counted: readonly DayFigures[]; language: string };

/** Impressions by day, and what part of them was viewable. The table below has the same numbers. */
export function DayBars({ days, counted, language }: Props) {
  const t = translatorOf(language);
  const byDay = new Map(counted.map((row) => [row.day, row]));
  const most = Math.max(...counted.map(({ served }) => served), 0);
  if (most === 0) return <p>{t('campaign.nothing')}</p>;
  const ticks = axisTicks(counted.map(({ served }) => served));
  const top = ticks.at(-1) ?? most;
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return (
    <figure className="report-bars">
      <figcaption>
        <span>{t('campaign.byDay')}</span>
        <span className="report-bars__key">{t('campaign.darker')}</span>
      </figcaption>
      <div className="report-bars__area">
        <ol className="report-bars__axis" aria-hidden>
          {ticks.toReversed().map((tick) => (
            <li key={tick}>{tick.toLocaleString(language)}</li>
          ))}
        </ol>
        <svg
          viewBox={`0 0 ${days.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t('campaign.most', { most: most.toLocaleString(language) })}
        >
          {ticks.map((tick) => (
            <path
              key={tick}
              d={`M0 ${HEIGHT - (HEIGHT * tick) / top}H${days.length}`}
              className="report-bars__ground"
            />
          ))}
          {days.map((day, index) => {
            const { served = 0, viewable = 0 } = byDay.get(day) ?? {};
            return (
              <g key={day}>
                <Bar at={index} part={served / top} className="report-bars__served" />
                <Bar at={index} part={viewable / top} className="report-bars__viewable" />
              </g>
            );
          })}
        </svg>
        <p className="report-bars__ends">
          <span>{shortDay(new Date(first), 'UTC', language)}</span>
          <span>{shortDay(new Date(last), 'UTC', language)}</span>
        </p>
      </div>
    </figure>
  );
}

function Bar({ at, part, className }: { at: number; part: number; className: string }) {
  const height = HEIGHT * part;
  return <rect className={className} x={at + 0.1} width={0.8} y={HEIGHT - height} height={height} />;
}
