import { Chart } from '@/components/admin/chart';
import { countryName, deviceName, referrerName } from '@/lib/statistics/names';
import { pageKindNames, type PageKind } from '@/lib/statistics/page-view';
import type { DayCount, FilteredCount, NamedCount, PostCount } from '@/lib/statistics/queries';
import { paths } from '@/lib/web/paths';
import { CountTable } from './count-table';
import { FilteredTable } from './filtered-table';

export type ReaderFigures = {
  days: DayCount[];
  posts: PostCount[];
  referrers: NamedCount[];
  countries: NamedCount[];
  devices: NamedCount[];
  kinds: NamedCount[];
  filtered: FilteredCount[];
};

type Props = { figures: ReaderFigures; isCounting: boolean };

const nothing = 'Nothing was counted in the last 30 days.';

/** Views and readers of the last thirty days, and where they came from. */
export function ReaderStatistics({ figures, isCounting }: Props) {
  const { days, posts, referrers, countries, devices, kinds, filtered } = figures;
  const views = days.reduce((sum, day) => sum + day.views, 0);
  const readers = Math.round(days.reduce((sum, day) => sum + day.readers, 0) / Math.max(1, days.length));
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
      <div className="metrics">
        <DayChart title="Views" summary={`${written(views)} in all`} unit="views" days={days} of="views" />
        <DayChart title="Readers" summary={`${written(readers)} a day`} unit="readers" days={days} of="readers" />
      </div>
      <div className="counts-grid">
        <TopPosts posts={posts} />
        <CountTable
          title="Referring sites"
          columns={['Site', 'Views']}
          rows={rowsOf(referrers, referrerName)}
          empty={nothing}
          download={paths.admin.statistics('referrers')}
        />
        {countries.length > 0 && (
          <CountTable
            title="Countries"
            columns={['Country', 'Views']}
            rows={rowsOf(countries, countryName)}
            empty={nothing}
            download={paths.admin.statistics('countries')}
          />
        )}
        <CountTable
          title="Devices"
          columns={['Device', 'Views']}
          rows={rowsOf(devices, deviceName)}
          empty={nothing}
          download={paths.admin.statistics('devices')}
        />
        <CountTable
          title="Pages"
          columns={['Kind of page', 'Views']}
          rows={rowsOf(kinds, (kind) => pageKindNames[kind as PageKind] ?? kind)}
          empty={nothing}
          download={paths.admin.statistics('pages')}
        />
        <FilteredTable filtered={filtered} download={paths.admin.statistics('filtered')} />
      </div>
      <details className="metrics__numbers">
        <summary>Show the days as a table</summary>
        <CountTable
          title="Days"
          columns={['Day', 'Views', 'Readers']}
          rows={days.toReversed().map((row) => ({ key: row.day, name: row.day, counts: [row.views, row.readers] }))}
          empty={nothing}
          download={paths.admin.statistics('days')}
        />
      </details>
    </section>
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
        name: <a href={paths.admin.post(id)}>{title}</a>,
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
      moment={(at) => new Date(at).toISOString().slice(0, 10)}
    />
  );
}

function rowsOf(counts: NamedCount[], nameOf: (name: string) => string) {
  return counts.map(({ name, count }) => ({ key: name, name: nameOf(name), counts: [count] }));
}

function written(value: number) {
  return value.toLocaleString('en');
}
