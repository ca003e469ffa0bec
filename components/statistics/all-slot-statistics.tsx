import { useText } from '#text';
import { Chart } from '@/components/admin/chart';
import { ScrollingTable } from '@/components/ui/scrolling-table';
import { costBounds, typicalCost, upTo } from '@/lib/slots/health';
import { deviceName, shareOf } from '@/lib/statistics/names';
import type { Costs, SlotHealth } from '@/lib/statistics/slot-health';
import type { SlotCounts, SlotFigures } from '@/lib/statistics/slot-queries';
import { costInWords } from './cost-words';
import { dayAt } from './day';

type Names = ReadonlyMap<string, string>;
type Props = { figures: SlotFigures; health: SlotHealth; slots: Names; versions: Names };

/** Impressions, viewability, clicks and layout shift of slots by day, slot, version and device. */
export function AllSlotStatistics({ figures, health, slots, versions }: Props) {
  const t = useText();
  if (figures.bySlot.size === 0) {
    return (
      <p>{t('Nothing was counted in the last 30 days. Figures appear some seconds after a reader has seen a slot.')}</p>
    );
  }
  const tables = [
    {
      title: t('By slot'),
      first: t('Slot'),
      of: figures.bySlot,
      costs: health.bySlot,
      nameOf: (id: string) => slots.get(id) ?? t('A deleted slot'),
    },
    {
      title: t('By version'),
      first: t('Version'),
      of: figures.byContent,
      costs: health.byContent,
      nameOf: (id: string) => versions.get(id) ?? t('An older or deleted version'),
    },
    {
      title: t('By device'),
      first: t('Device'),
      of: figures.byDevice,
      costs: health.byDevice,
      nameOf: (device: string) => t(deviceName(device)),
    },
  ];
  return (
    <>
      <Plots figures={figures} health={health} />
      <div className="counts-grid">
        {tables.map((table) => (
          <SlotTable key={table.title} {...table} />
        ))}
      </div>
      <details className="metrics__numbers">
        <summary>{t('Show the days as a table')}</summary>
        <SlotTable
          title={t('By day')}
          first={t('Day')}
          of={new Map(figures.days.toReversed().map((row) => [row.day, row]))}
          costs={new Map(health.days.map(({ day, costs }) => [day, costs]))}
          nameOf={(day) => dayAt(Date.parse(day), t.language).text}
        />
      </details>
    </>
  );
}

function Plots({ figures: { days, total }, health }: Pick<Props, 'figures' | 'health'>) {
  const t = useText();
  const most = costBounds.shift.at(-1) ?? 0;
  const shift = new Map(health.days.map(({ day, costs }) => [day, typicalCost('shift', costs.shift)]));
  const plots: PlotProps[] = [
    {
      title: t('Impressions'),
      unit: t('impressions'),
      summary: total.served.toLocaleString(t.language),
      days,
      valueOf: ({ served }) => served,
    },
    {
      title: t('Viewable'),
      unit: '',
      write: (value) => `${value}\u00a0%`,
      summary: shareOf(total.viewable, total.served),
      days,
      valueOf: ({ viewable, served }) => (served === 0 ? null : Math.round((viewable / served) * 100)),
    },
    {
      title: t('Clicks'),
      unit: t('clicks'),
      summary: total.clicks.toLocaleString(t.language),
      days,
      valueOf: ({ clicks }) => clicks,
    },
    {
      title: t('Layout shift'),
      unit: t('or less for three readers of four'),
      summary: costInWords('shift', typicalCost('shift', health.total.shift), t),
      days,
      valueOf: ({ day }) => upTo(most, shift.get(day) ?? null),
    },
  ];
  return (
    <div className="metrics">
      {plots.map((plot) => (
        <Plot key={plot.title} {...plot} />
      ))}
    </div>
  );
}

type Day = SlotFigures['days'][number];
type PlotProps = {
  title: string;
  unit: string;
  summary: string;
  days: Day[];
  valueOf: (day: Day) => number | null;
  write?: (value: number) => string;
};

function Plot({ title, unit, summary, days, valueOf, write }: PlotProps) {
  const t = useText();
  return (
    <Chart
      title={title}
      unit={unit}
      summary={summary}
      period={t('in the last 30 days')}
      points={days.map((row) => ({ at: Date.parse(row.day), value: valueOf(row) }))}
      write={write ?? ((value) => value.toLocaleString(t.language))}
      moment={(at) => dayAt(at, t.language)}
    />
  );
}

type TableProps = {
  title: string;
  /** What the rows are. */
  first: string;
  of: ReadonlyMap<string, SlotCounts>;
  costs: ReadonlyMap<string, Costs>;
  nameOf: (key: string) => string;
};

function SlotTable({ title, first, of, costs, nameOf }: TableProps) {
  const t = useText();
  const columns = [t('Impressions'), t('Viewable'), t('Clicks'), t('Layout shift')];
  return (
    <section className="counts">
      <h2 className="counts__title">{title}</h2>
      <ScrollingTable label={title}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="counts__number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...of].map(([key, { served, viewable, clicks }]) => (
            <tr key={key}>
              <th scope="row" dir="auto">
                {nameOf(key)}
              </th>
              <td className="counts__number">{served.toLocaleString(t.language)}</td>
              <td className="counts__number">{`${viewable.toLocaleString(t.language)} (${shareOf(viewable, served)})`}</td>
              <td className="counts__number">{clicks.toLocaleString(t.language)}</td>
              <td className="counts__number">
                {costInWords('shift', typicalCost('shift', costs.get(key)?.shift ?? new Map()), t)}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </section>
  );
}
