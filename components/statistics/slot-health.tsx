import { useText } from '#text';
import type { ReactNode } from 'react';
import { Chart } from '@/components/admin/chart';
import { disabledInWords } from '@/components/slots/budget-notice';
import { ScrollingTable } from '@/components/ui/scrolling-table';
import { costBounds, MIN_READERS, typicalCost, upTo, type CostMeasure } from '@/lib/slots/health';
import type { BudgetPause } from '@/lib/slots/over-budget';
import { msg } from '@/lib/i18n/admin/msg';
import { deviceName } from '@/lib/statistics/names';
import type { Costs, SlotHealth } from '@/lib/statistics/slot-health';
import { shortMoment } from '@/lib/time/site-time';
import { costInWords } from './cost-words';
import { Day, dayAt } from './day';

type Props = {
  health: SlotHealth;
  /** By the version's id. */
  names: ReadonlyMap<string, string>;
  pauses: readonly BudgetPause[];
  timeZone: string;
};

/** Names are written with `t`. */
const columns = [
  ['shift', msg('Layout shift')],
  ['task', msg('Longest task')],
  ['failed', msg('Failed loads')],
  ['bytes', msg('Loaded')],
] as const satisfies readonly (readonly [CostMeasure, string])[];

/** What the code of a slot costs readers, and when it was disabled for it. */
export function SlotHealthSection({ health, names, pauses, timeZone }: Props) {
  const t = useText();
  return (
    <section className="slot-figures" aria-labelledby="health">
      <h2 id="health">{t('What it costs readers')}</h2>
      <p className="quiet">
        {t(
          'Measured in one page view of five, in browsers that can (Chrome, Edge and others built on Chromium), once a day for each reader. The figures are what three readers of four stay within. Code over the limits in the settings is disabled once {readers} readers have measured it.',
          { readers: MIN_READERS },
        )}
      </p>
      {health.byContent.size === 0 ? (
        <p>{t('Nothing was measured in the last 30 days. Images and text cost nothing that could be measured.')}</p>
      ) : (
        <Measured health={health} names={names} />
      )}
      <ul className="quiet">
        {pauses
          .filter(({ resumedAt }) => resumedAt)
          .map((pause) => (
            <li key={pause.id}>
              {`${disabledInWords(pause, timeZone, t)} ${t('It was enabled again on {moment}.', {
                moment: shortMoment(pause.resumedAt ?? pause.pausedAt, { timeZone, language: t.language }),
              })}`}
            </li>
          ))}
      </ul>
    </section>
  );
}

function Measured({ health: { days, total, byContent, byDevice }, names }: Pick<Props, 'health' | 'names'>) {
  const t = useText();
  const versions = [...byContent].map(([id, costs]) => ({
    key: id,
    name: names.get(id) ?? t('An older or deleted version'),
    costs,
  }));
  const devices = [...byDevice].map(([device, costs]) => ({ key: device, name: t(deviceName(device)), costs }));
  const measured = days.filter(({ costs }) => readersOf(costs) > 0);
  return (
    <>
      <div className="metrics">
        <CostChart title={t('Layout shift')} measure="shift" days={days} total={total} />
        <CostChart title={t('Longest task')} measure="task" days={days} total={total} />
      </div>
      <div className="counts-grid">
        <CostTable title={t('Cost by version')} first={t('Version')} rows={versions} />
        <CostTable title={t('Cost by device')} first={t('Device')} rows={devices} />
      </div>
      <details className="metrics__numbers">
        <summary>{t('Show the costs by day as a table')}</summary>
        <CostTable
          title={t('Cost by day')}
          first={t('Day')}
          rows={measured.toReversed().map(({ day, costs }) => ({ key: day, name: <Day day={day} />, costs }))}
        />
      </details>
    </>
  );
}

type ChartProps = { title: string; measure: 'shift' | 'task'; days: SlotHealth['days']; total: Costs };

function CostChart({ title, measure, days, total }: ChartProps) {
  const t = useText();
  const most = costBounds[measure].at(-1) ?? 0;
  return (
    <Chart
      title={title}
      unit={measure === 'task' ? 'ms' : t('a day')}
      summary={costInWords(measure, typicalCost(measure, total[measure]), t)}
      period={t('in the last 30 days')}
      points={days.map(({ day, costs }) => ({
        at: Date.parse(day),
        value: upTo(most, typicalCost(measure, costs[measure])),
      }))}
      write={(value) => value.toLocaleString(t.language)}
      moment={(at) => dayAt(at, t.language)}
    />
  );
}

type TableProps = { title: string; first: string; rows: { key: string; name: ReactNode; costs: Costs }[] };

function CostTable({ title, first, rows }: TableProps) {
  const t = useText();
  return (
    <section className="counts">
      <h3 className="counts__title">{title}</h3>
      <ScrollingTable label={title}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map(([measure, name]) => (
              <th key={measure} scope="col" className="counts__number">
                {t(name)}
              </th>
            ))}
            <th scope="col" className="counts__number">
              {t('Readers')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, costs }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {columns.map(([measure]) => (
                <td key={measure} className="counts__number">
                  {costInWords(measure, typicalCost(measure, costs[measure]), t)}
                </td>
              ))}
              <td className="counts__number">{readersOf(costs).toLocaleString(t.language)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </section>
  );
}

function readersOf({ task }: Costs) {
  return [...task.values()].reduce((sum, count) => sum + count, 0);
}
