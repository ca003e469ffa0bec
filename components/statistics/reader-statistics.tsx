import { Chart } from '@/components/admin/chart';
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
  nameOf: (name: string) => string;
  isOptional?: true;
};

const lists: readonly List[] = [
  { of: 'referrers', title: 'Referring sites', column: 'Site', nameOf: referrerName },
  { of: 'countries', title: 'Countries', column: 'Country', nameOf: countryName, isOptional: true },
  { of: 'devices', title: 'Devices', column: 'Device', nameOf: deviceName },
  { of: 'pages', title: 'Pages', column: 'Kind of page', nameOf: (kind) => pageKindNames[kind as PageKind] ?? kind },
];

const nothing = 'Nothing was counted in the last 30 days.';

/** Views and readers of the last thirty days, and where they came from. */
export function ReaderStatistics({ figures, isCounting }: Props) {
  return (
    <section aria-labelledby="readers">
      <h2 id="readers" className="dashboard__header">
        Readers in the last 30 days
      </h2>
      <p className="quiet">
        {isCounting
          ? 'Counted without cookies in browsers with JavaScript; staff are left out. A reader is counted once a day.'
          : 'Counting is turned off in the settings.'}
      </p>
      {isEmpty(figures) ? <NothingCounted isCounting={isCounting} /> : <Figures figures={figures} />}
    </section>
  );
}

function NothingCounted({ isCounting }: { isCounting: boolean }) {
  return (
    <p>
      {isCounting ? (
        `${nothing} Figures appear some seconds after a reader has opened a page.`
      ) : (
        <>
          <span>{`${nothing} `}</span>
          <a href={`${paths.admin.settings()}#countsReaders`}>Turn counting on in the settings</a>
        </>
      )}
    </p>
  );
}

function Figures({ figures: { days, filtered, ...rest } }: { figures: ReaderFigures }) {
  const views = days.reduce((sum, day) => sum + day.views, 0);
  const readers = days.reduce((sum, day) => sum + day.readers, 0) / Math.max(1, days.length);
  return (
    <>
      <div className="metrics">
        <DayChart title="Views" summary={`${written(views)} in all`} unit="views" days={days} of="views" />
        <DayChart title="Readers" summary={`${average(readers)} a day`} unit="readers" days={days} of="readers" />
      </div>
      <div className="counts-grid">
        <TopPosts posts={rest.posts} />
        {lists
          .filter(({ of, isOptional }) => !isOptional || rest[of].length > 0)
          .map(({ of, title, column, nameOf }) => (
            <CountTable
              key={of}
              title={title}
              columns={[column, 'Views']}
              rows={rest[of].map(({ name, count }) => ({ key: name, name: nameOf(name), counts: [count] }))}
              empty={nothing}
              download={paths.admin.statistics(of)}
            />
          ))}
        <FilteredTable filtered={filtered} download={paths.admin.statistics('filtered')} />
      </div>
      <details className="metrics__numbers">
        <summary>Show the days as a table</summary>
        <CountTable
          title="Days"
          columns={['Day', 'Views', 'Readers']}
          rows={days.toReversed().map(({ day, ...row }) => ({
            key: day,
            name: <Day day={day} />,
            counts: [row.views, row.readers],
          }))}
          empty={nothing}
          download={paths.admin.statistics('days')}
        />
      </details>
    </>
  );
}

/** The posts with most views: an author's own, or all. */
export function TopPosts({ posts }: { posts: PostCount[] }) {
  return (
    <CountTable
      title="Top posts"
      columns={['Post', 'Views']}
      rows={posts.map(({ id, title, count }) => ({
        key: id,
        name: <a href={paths.admin.postStatistics(id)}>{title}</a>,
        counts: [count],
      }))}
      empty={nothing}
      download={paths.admin.statistics('posts')}
    />
  );
}

type DayChartProps = { title: string; summary: string; unit: string; days: DayCount[]; of: 'views' | 'readers' };

function DayChart({ title, summary, unit, days, of }: DayChartProps) {
  return (
    <Chart
      title={title}
      unit={unit}
      summary={summary}
      period="in the last 30 days"
      points={days.map((row) => ({ at: Date.parse(row.day), value: row[of] }))}
      write={written}
      moment={dayAt}
    />
  );
}

function isEmpty({ days, ...lists }: ReaderFigures) {
  const isCounted = days.some(({ views, readers }) => views > 0 || readers > 0);
  return !isCounted && Object.values(lists).every(({ length }) => length === 0);
}

// Few readers a day are not none.
function average(value: number) {
  if (value < 1) return value.toLocaleString('en', { maximumSignificantDigits: 1 });
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });
}

function written(value: number) {
  return value.toLocaleString('en');
}
