import { Chart } from '@/components/admin/chart';
import { PageHeader } from '@/components/admin/page-header';
import { adminText } from '@/components/text/server';
import { ScrollingTable } from '@/components/ui/scrolling-table';
import { msg } from '@/lib/i18n/admin/msg';
import { shortMoment } from '@/lib/time/site-time';
import { listRecentMetrics } from '@/lib/health/metrics';
import type { Sample } from '@/lib/health/recent-metrics';
import { paths } from '@/lib/web/paths';
import { findUnsearchable } from '@/lib/search/failures';
import { getSettings } from '@/lib/settings/queries';
import { guardPage } from '../../guard';
import { pageTitle } from '../../page-title';
import './status.css';

export const generateMetadata = pageTitle('System status');

/** Titles and units are written with `t`. */
type Metric = { name: keyof Sample; title: string; unit: string; digits?: number; times?: number };

const metrics: Metric[] = [
  { name: 'requestsPerSecond', title: msg('Requests'), unit: msg('per second'), digits: 1 },
  { name: 'fromMemory', title: msg('Pages served from cache'), unit: '%', times: 100 },
  { name: 'renderingsPerSecond', title: msg('Pages rendered'), unit: msg('per second'), digits: 1 },
  { name: 'renderingMs', title: msg('Rendering a page'), unit: 'ms', digits: 1 },
  { name: 'statementsPerSecond', title: msg('Database queries'), unit: msg('per second'), digits: 1 },
  { name: 'statementMs', title: msg('Query time'), unit: 'ms', digits: 2 },
  { name: 'eventLoopDelayMs', title: msg('Event loop delay'), unit: 'ms', digits: 1 },
  { name: 'waiting', title: msg('Queued'), unit: msg('requests') },
  { name: 'refused', title: msg('Rejected (503)'), unit: msg('requests') },
  { name: 'residentMegabytes', title: msg('Memory'), unit: 'MB' },
  { name: 'cachedMegabytes', title: msg('Page cache'), unit: 'MB', digits: 1 },
];
/** One row per minute. */
const SAMPLES_PER_ROW = 6;

export default async function SystemStatusPage() {
  const actor = await guardPage('settings.edit', paths.admin.systemStatus());
  const [t, samples, { timeZone }, unsearchable] = await Promise.all([
    adminText(),
    listRecentMetrics(actor),
    getSettings(),
    findUnsearchable(),
  ]);
  const newest = samples.at(-1);
  const lead = newest
    ? t(
        'The last hour, in steps of ten seconds. {count, plural, one {One process is running} other {# processes are running}}.',
        { count: newest.processes },
      )
    : t('The first values appear ten seconds after the start.');
  const moment = (at: number) => shortMoment(new Date(at), { timeZone, language: t.language });
  return (
    <>
      <PageHeader title={t('System status')} lead={lead} />
      {unsearchable && <p className="notice">{t.said(unsearchable.sentence)}</p>}
      <div className="metrics">
        {metrics.map((metric) => (
          <Chart
            key={metric.name}
            title={t(metric.title)}
            unit={t(metric.unit)}
            points={samples.map((sample) => ({ at: sample.at, value: valueOf(metric, sample) }))}
            write={(value) => written(metric, value, t.language)}
            moment={(at) => ({ iso: new Date(at).toISOString(), text: moment(at) })}
          />
        ))}
      </div>
      {newest && (
        <details className="metrics__numbers">
          <summary>{t('Show as a table')}</summary>
          <ScrollingTable label={t('Values of the last hour')}>
            <thead>
              <tr>
                <th scope="col">{t('Until')}</th>
                {metrics.map(({ name, title, unit }) => (
                  <th key={name} scope="col">{`${t(title)} (${t(unit)})`}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rowsOf(samples).map((sample) => (
                <tr key={sample.at}>
                  <th scope="row">{moment(sample.at)}</th>
                  {metrics.map((metric) => (
                    <td key={metric.name}>{written(metric, valueOf(metric, sample), t.language)}</td>
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

function written({ digits = 0 }: Metric, value: number, language: string) {
  return value.toLocaleString(language, { maximumFractionDigits: digits, minimumFractionDigits: digits });
}
