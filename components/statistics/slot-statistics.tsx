import { useText } from '#text';
import type { ReactNode } from 'react';
import { Chart } from '@/components/admin/chart';
import type { Text } from '@/components/text/text';
import { msg } from '@/lib/i18n/admin/msg';
import { deviceName, shareOf } from '@/lib/statistics/names';
import type { FilteredCount } from '@/lib/statistics/queries';
import type { SlotCounts, SlotFigures } from '@/lib/statistics/slot-queries';
import { paths } from '@/lib/web/paths';
import { CountTable } from './count-table';
import { Day, dayAt } from './day';
import { FilteredTable } from './filtered-table';

type Props = {
  slotId: string;
  figures: SlotFigures;
  filtered: FilteredCount[];
  /** By the version's id. */
  names: ReadonlyMap<string, string>;
  /** The ids of versions that are pasted code: clicks into their frames are guessed from the focus. */
  code: ReadonlySet<string>;
};

/** Written with `t`. */
const nothing = msg('Nothing was counted in the last 30 days.');

/** Impressions, viewable rate and clicks of one slot in the last thirty days. */
export function SlotStatistics(props: Props) {
  const t = useText();
  const { slotId, figures, filtered, code } = props;
  const isEmpty = figures.byContent.size === 0 && figures.byDevice.size === 0 && filtered.length === 0;
  return (
    <section className="slot-figures" aria-labelledby="figures">
      <h2 id="figures">{t('Last 30 days')}</h2>
      <p className="quiet">
        <span>
          {t(
            'An impression counts when the content begins to show, and as viewable once half of it (30 % of large ones) was on screen for a second.',
          )}
        </span>{' '}
        {code.size > 0 && (
          <span>{t('Clicks into pasted code are estimated: the page sees only that the frame was entered.')}</span>
        )}
      </p>
      <p>
        <a href={paths.admin.allSlotStatistics(slotId)}>{t('Filter by version and device')}</a>
      </p>
      {isEmpty ? (
        <p>{`${t(nothing)} ${t('Figures appear some seconds after a reader’s browser has shown the slot.')}`}</p>
      ) : (
        <Figures {...props} />
      )}
    </section>
  );
}

function Figures({ slotId, figures: { days, total, byContent, byDevice }, filtered, names, code }: Props) {
  const t = useText();
  const clicks = t(clicksName(names, code));
  const columns = [t('Impressions'), t('Viewable'), clicks];
  return (
    <>
      <div className="metrics">
        <Plot title={t('Impressions')} summary={total.served.toLocaleString(t.language)} days={days} of="served" />
        <Plot
          title={t('Viewable')}
          summary={`${total.viewable.toLocaleString(t.language)} (${shareOf(total.viewable, total.served)})`}
          days={days}
          of="viewable"
        />
        <Plot title={clicks} summary={total.clicks.toLocaleString(t.language)} days={days} of="clicks" />
      </div>
      <div className="counts-grid">
        <CountTable
          title={t('By version')}
          columns={[t('Version'), t('Impressions'), t('Viewable'), t('Clicks')]}
          rows={rowsOf(byContent, (id) => names.get(id) ?? t('An older or deleted version'), { t, estimated: code })}
          empty={t(nothing)}
          download={paths.admin.slotStatistics(slotId, 'versions')}
        />
        <CountTable
          title={t('By device')}
          columns={[t('Device'), ...columns]}
          rows={rowsOf(byDevice, (device) => t(deviceName(device)), { t })}
          empty={t(nothing)}
          download={paths.admin.slotStatistics(slotId, 'devices')}
        />
        <FilteredTable filtered={filtered} download={paths.admin.slotStatistics(slotId, 'filtered')} />
      </div>
      <details className="metrics__numbers">
        <summary>{t('Show the days as a table')}</summary>
        <CountTable
          title={t('Days')}
          columns={[t('Day'), ...columns]}
          rows={rowsOf(new Map(days.map((row) => [row.day, row])), dayNamed, { t }).toReversed()}
          empty={t(nothing)}
          download={paths.admin.slotStatistics(slotId, 'days')}
        />
      </details>
    </>
  );
}

type PlotProps = { title: string; summary: string; days: SlotFigures['days']; of: 'served' | 'viewable' | 'clicks' };

function Plot({ title, summary, days, of }: PlotProps) {
  const t = useText();
  return (
    <Chart
      title={title}
      unit={t('a day')}
      summary={summary}
      period={t('in the last 30 days')}
      points={days.map((row) => ({ at: Date.parse(row.day), value: row[of] }))}
      write={(value) => value.toLocaleString(t.language)}
      moment={(at) => dayAt(at, t.language)}
    />
  );
}

function dayNamed(day: string) {
  return <Day day={day} />;
}

/** Written with `t`. */
function clicksName(names: Props['names'], code: Props['code']) {
  if (code.size === 0) return msg('Clicks');
  return code.size === names.size ? msg('Clicks (estimated)') : msg('Clicks (partly estimated)');
}

function rowsOf(
  counts: ReadonlyMap<string, SlotCounts>,
  nameOf: (key: string) => ReactNode,
  { t, estimated = new Set() }: { t: Text; estimated?: ReadonlySet<string> },
) {
  return [...counts].map(([key, { served, viewable, clicks }]) => ({
    key,
    name: nameOf(key),
    counts: [
      served,
      `${viewable.toLocaleString(t.language)} (${shareOf(viewable, served)})`,
      estimated.has(key) ? t('{count} (estimated)', { count: clicks.toLocaleString(t.language) }) : clicks,
    ],
  }));
}
