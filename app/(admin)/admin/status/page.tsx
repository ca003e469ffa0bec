import type { Metadata } from 'next';
import { Chart } from '@/components/admin/chart';
import { PageHeader } from '@/components/admin/page-header';
import { ScrollingTable } from '@/components/ui/scrolling-table';
import { shortMoment } from '@/lib/time/site-time';
import { listRecentMetrics } from '@/lib/health/metrics';
import type { Sample } from '@/lib/health/recent-metrics';
import { paths } from '@/lib/web/paths';
import { findUnsearchable } from '@/lib/search/failures';
import { getSettings } from '@/lib/settings/queries';
import { guardPage } from '../../guard';
import './status.css';

export const metadata: Metadata = { title: 'System status' };

type Metric = { name: keyof Sample; title: string; unit: string; digits?: number; times?: number };

const metrics: Metric[] = [
  { name: 'requestsPerSecond', title: 'Requests', unit: 'per second', digits: 1 },
  { name: 'fromMemory', title: 'Pages served from cache', unit: '%', times: 100 },
  { name: 'renderingsPerSecond', title: 'Pages rendered', unit: 'per second', digits: 1 },
  { name: 'renderingMs', title: 'Rendering a page', unit: 'ms', digits: 1 },
  { name: 'statementsPerSecond', title: 'Database queries', unit: 'per second', digits: 1 },
  { name: 'statementMs', title: 'Query time', unit: 'ms', digits: 2 },
  { name: 'eventLoopDelayMs', title: 'Event loop delay', unit: 'ms', digits: 1 },
  { name: 'waiting', title: 'Queued', unit: 'requests' },
  { name: 'refused', title: 'Rejected (503)', unit: 'requests' },
  { name: 'residentMegabytes', title: 'Memory', unit: 'MB' },
  { name: 'cachedMegabytes', title: 'Page cache', unit: 'MB', digits: 1 },
];
/** One row per minute. */
const SAMPLES_PER_ROW = 6;

export default async function SystemStatusPage() {
  const actor = await guardPage('settings.edit', paths.admin.systemStatus());
  const [samples, { timeZone }, unsearchable] = await Promise.all([
    listRecentMetrics(actor),
    getSettings(),
    findUnsearchable(),
  ]);
  const newest = samples.at(-1);
  const lead = newest
    ? `The last hour, in steps of ten seconds. ${newest.processes === 1 ? 'One process is running' : `${newest.processes} processes are running`}.`
    : 'The first values appear ten seconds after the start.';
  return (
    <>
      <PageHeader title="System status" lead={lead} />
      {unsearchable && <p className="notice">{unsearchable.sentence}</p>}
      <div className="metrics">
        {metrics.map((metric) => (
          <Chart
            key={metric.name}
            title={metric.title}
            unit={metric.unit}
            points={samples.map((sample) => ({ at: sample.at, value: valueOf(metric, sample) }))}
            write={(value) => written(metric, value)}
            moment={(at) => ({ iso: new Date(at).toISOString(), text: shortMoment(new Date(at), { timeZone }) })}
          />
        ))}
      </div>
      {newest && (
        <details className="metrics__numbers">
          <summary>Show as a table</summary>
          <ScrollingTable label="Values of the last hour">
            <thead>
              <tr>
                <th scope="col">Until</th>
                {metrics.map(({ name, title, unit }) => (
                  <th key={name} scope="col">{`${title} (${unit})`}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rowsOf(samples).map((sample) => (
                <tr key={sample.at}>
                  <th scope="row">{shortMoment(new Date(sample.at), { timeZone })}</th>
                  {metrics.map((metric) => (
                    <td key={metric.name}>{written(metric, valueOf(metric, sample))}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </ScrollingTable>
        </details>
      )}
    </>
  );
}

function rowsOf(samples: Sample[]) {
  return samples.toReversed().filter((_, i) => i % SAMPLES_PER_ROW === 0);
}

function valueOf({ name, times = 1 }: Metric, sample: Sample) {
  return sample[name] * times;
}

function written({ digits = 0 }: Metric, value: number) {
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
}
