import type { ReactNode } from 'react';
import { Chart } from '@/components/admin/chart';
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

const nothing = 'Nothing was counted in the last 30 days.';

/** Impressions, viewable rate and clicks of one slot in the last thirty days. */
export function SlotStatistics(props: Props) {
  const { slotId, figures, filtered, code } = props;
  const isEmpty = figures.byContent.size === 0 && figures.byDevice.size === 0 && filtered.length === 0;
  return (
    <section className="slot-figures" aria-labelledby="figures">
      <h2 id="figures">Last 30 days</h2>
      <p className="quiet">
        {`An impression counts when the content begins to show, and as viewable once half of it (30 % of large ones) was on screen for a second. ${code.size > 0 ? 'Clicks into pasted code are estimated: the page sees only that the frame was entered.' : ''}`}
      </p>
      <p>
        <a href={paths.admin.allSlotStatistics(slotId)}>Filter by version and device</a>
      </p>
      {isEmpty ? (
        <p>{`${nothing} Figures appear some seconds after a reader’s browser has shown the slot.`}</p>
      ) : (
        <Figures {...props} />
      )}
    </section>
  );
}

function Figures({ slotId, figures: { days, total, byContent, byDevice }, filtered, names, code }: Props) {
  const clicks = clicksName(names, code);
  const columns = ['Impressions', 'Viewable', clicks];
  return (
    <>
      <div className="metrics">
        <Plot title="Impressions" summary={total.served.toLocaleString('en')} days={days} of="served" />
        <Plot
          title="Viewable"
          summary={`${total.viewable.toLocaleString('en')} (${shareOf(total.viewable, total.served)})`}
          days={days}
          of="viewable"
        />
        <Plot title={clicks} summary={total.clicks.toLocaleString('en')} days={days} of="clicks" />
      </div>
      <div className="counts-grid">
        <CountTable
          title="By version"
          columns={['Version', 'Impressions', 'Viewable', 'Clicks']}
          rows={rowsOf(byContent, (id) => names.get(id) ?? 'An older or deleted version', code)}
          empty={nothing}
          download={paths.admin.slotStatistics(slotId, 'versions')}
        />
        <CountTable
          title="By device"
          columns={['Device', ...columns]}
          rows={rowsOf(byDevice, deviceName)}
          empty={nothing}
          download={paths.admin.slotStatistics(slotId, 'devices')}
        />
        <FilteredTable filtered={filtered} download={paths.admin.slotStatistics(slotId, 'filtered')} />
      </div>
      <details className="metrics__numbers">
        <summary>Show the days as a table</summary>
        <CountTable
          title="Days"
          columns={['Day', ...columns]}
          rows={rowsOf(new Map(days.map((row) => [row.day, row])), dayNamed).toReversed()}
          empty={nothing}
          download={paths.admin.slotStatistics(slotId, 'days')}
        />
      </details>
    </>
  );
}

type PlotProps = { title: string; summary: string; days: SlotFigures['days']; of: 'served' | 'viewable' | 'clicks' };

function Plot({ title, summary, days, of }: PlotProps) {
  return (
    <Chart
      title={title}
      unit="a day"
      summary={summary}
      period="in the last 30 days"
      points={days.map((row) => ({ at: Date.parse(row.day), value: row[of] }))}
      write={(value) => value.toLocaleString('en')}
      moment={dayAt}
    />
  );
}

function dayNamed(day: string) {
  return <Day day={day} />;
}

function clicksName(names: Props['names'], code: Props['code']) {
  if (code.size === 0) return 'Clicks';
  return code.size === names.size ? 'Clicks (estimated)' : 'Clicks (partly estimated)';
}

function rowsOf(
  counts: ReadonlyMap<string, SlotCounts>,
  nameOf: (key: string) => ReactNode,
  estimated: ReadonlySet<string> = new Set(),
) {
  return [...counts].map(([key, { served, viewable, clicks }]) => ({
    key,
    name: nameOf(key),
    counts: [
      served,
      `${viewable.toLocaleString('en')} (${shareOf(viewable, served)})`,
      estimated.has(key) ? `${clicks.toLocaleString('en')} (estimated)` : clicks,
    ],
  }));
}
