import { useText } from '#text';
import { Chart } from '@/components/admin/chart';
import type { Text } from '@/components/text/text';
import { msg } from '@/lib/i18n/admin/msg';
import { countryName, deviceName, referrerName } from '@/lib/statistics/names';
import { pageKindNames, type PageKind } from '@/lib/statistics/page-view';
import type { DayCount, FilteredCount, NamedCount, PostCount } from '@/lib/statistics/queries';
import { paths } from '@/lib/web/paths';
import { CountTable } from './count-table';
import { Day, dayAt } from './day';
import { FilteredTable } from './filtered-table';

export type ReaderFigures = {
  days: DayCount[];
  posts: PostCount[];
  referrers: NamedCount[];
  countries: NamedCount[];
  devices: NamedCount[];
  pages: NamedCount[];
  filtered: FilteredCount[];
};

type Props = { figures: ReaderFigures; isCounting: boolean };

type List = {
  of: 'referrers' | 'countries' | 'devices' | 'pages';
  title: string;
  column: string;
  nameOf: (name: string, t: Text) => string;
  isOptional?: true;
};

/** Titles and columns are written with `t`. */
const lists: readonly List[] = [
  {
    of: 'referrers',
    title: msg('Referring sites'),
    column: msg('Site'),
    nameOf: (host, t) => t.said(referrerName(host)),
  },
  {
    of: 'countries',
    title: msg('Countries'),
    column: msg('Country'),
    nameOf: (code, t) => countryName(code, t.language),
    isOptional: true,
  },
  { of: 'devices', title: msg('Devices'), column: msg('Device'), nameOf: (device, t) => t(deviceName(device)) },
  {
    of: 'pages',
    title: msg('Pages'),
    column: msg('Kind of page'),
    nameOf: (kind, t) => t(pageKindNames[kind as PageKind] ?? kind),
  },
];

/** Written with `t`. */
const nothing = msg('Nothing was counted in the last 30 days.');

/** Views and readers of the last thirty days, each as a plot. */
export function ReaderCharts({ figures, isCounting }: Props) {
  const t = useText();
  return (
    <section aria-labelledby="readers">
      <h2 id="readers" className="dashboard__header">
        {t('Readers in the last 30 days')}
      </h2>
      <p className="quiet">
        {isCounting
          ? t(
              'Counted without cookies in browsers with JavaScript; staff are left out. A reader is counted once a day.',
            )
          : t('Counting is turned off in the settings.')}
      </p>
      {isEmpty(figures) ? <NothingCounted isCounting={isCounting} /> : <Charts days={figures.days} />}
    </section>
  );
}

function NothingCounted({ isCounting }: { isCounting: boolean }) {
  const t = useText();
  return (
    <p>
      {isCounting ? (
        `${t(nothing)} ${t('Figures appear some seconds after a reader has opened a page.')}`
      ) : (
        <>
          <span>{`${t(nothing)} `}</span>
          <a href={`${paths.admin.settings('reading')}#countsReaders`}>{t('Turn counting on in the settings')}</a>
        </>
      )}
    </p>
  );
}

function Charts({ days }: Pick<ReaderFigures, 'days'>) {
  const t = useText();
  const views = days.reduce((sum, day) => sum + day.views, 0);
  const readers = days.reduce((sum, day) => sum + day.readers, 0) / Math.max(1, days.length);
  return (
    <div className="metrics">
      <DayChart
        title={t('Views')}
        summary={t('{count} in all', { count: views.toLocaleString(t.language) })}
        unit={t('views')}
        days={days}
        of="views"
      />
      <DayChart
        title={t('Readers')}
        summary={t('{count} a day', { count: average(readers, t.language) })}
        unit={t('readers')}
        days={days}
        of="readers"
      />
    </div>
  );
}

/** What was read in the last thirty days, and where readers came from. */
export function ReaderTables({ figures: { days, filtered, ...rest } }: { figures: ReaderFigures }) {
  const t = useText();
  return (
    <section aria-labelledby="reader-tables">
      <h2 id="reader-tables" className="dashboard__header">
        {t('What was read, and from where')}
      </h2>
      <div className="counts-grid">
        <TopPosts posts={rest.posts} />
        {lists
          .filter(({ of, isOptional }) => !isOptional || rest[of].length > 0)
          .map(({ of, title, column, nameOf }) => (
            <CountTable
              key={of}
              title={t(title)}
              columns={[t(column), t('Views')]}
              rows={rest[of].map(({ name, count }) => ({ key: name, name: nameOf(name, t), counts: [count] }))}
              empty={t(nothing)}
              download={paths.admin.statistics(of)}
            />
          ))}
        <FilteredTable filtered={filtered} download={paths.admin.statistics('filtered')} />
      </div>
      <details className="metrics__numbers">
        <summary>{t('Show the days as a table')}</summary>
        <CountTable
          title={t('Days')}
          columns={[t('Day'), t('Views'), t('Readers')]}
          rows={days.toReversed().map(({ day, ...row }) => ({
            key: day,
            name: <Day day={day} />,
            counts: [row.views, row.readers],
          }))}
          empty={t(nothing)}
          download={paths.admin.statistics('days')}
        />
      </details>
    </section>
  );
}

/** The posts with most views: an author's own, or all. */
export function TopPosts({ posts }: { posts: PostCount[] }) {
  const t = useText();
  return (
    <CountTable
      title={t('Top posts')}
      columns={[t('Post'), t('Views')]}
      rows={posts.map(({ id, title, count }) => ({
        key: id,
        name: <a href={paths.admin.postStatistics(id)}>{title}</a>,
        counts: [count],
      }))}
      empty={t(nothing)}
      download={paths.admin.statistics('posts')}
    />
  );
}

type DayChartProps = { title: string; summary: string; unit: string; days: DayCount[]; of: 'views' | 'readers' };

function DayChart({ title, summary, unit, days, of }: DayChartProps) {
  const t = useText();
  return (
    <Chart
      title={title}
      unit={unit}
      summary={summary}
      period={t('in the last 30 days')}
      points={days.map((row) => ({ at: Date.parse(row.day), value: row[of] }))}
      write={(value) => value.toLocaleString(t.language)}
      moment={(at) => dayAt(at, t.language)}
    />
  );
}

/** Whether there is nothing to draw yet. */
export function isEmpty({ days, ...lists }: ReaderFigures) {
  const isCounted = days.some(({ views, readers }) => views > 0 || readers > 0);
  return !isCounted && Object.values(lists).every(({ length }) => length === 0);
}

// Few readers a day are not none.
function average(value: number, language: string) {
  if (value < 1) return value.toLocaleString(language, { maximumSignificantDigits: 1 });
  return value.toLocaleString(language, { maximumFractionDigits: value < 10 ? 1 : 0 });
}
