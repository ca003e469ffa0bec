import { Chart } from '@/components/admin/chart';
import { referrerName } from '@/lib/statistics/names';
import type { PostFigures } from '@/lib/statistics/post-queries';
import { paths } from '@/lib/web/paths';
import { CountTable } from './count-table';
import { Day, dayAt } from './day';

type Props = { postId: string; figures: PostFigures; isCounting: boolean };

const nothing = 'Nothing was counted in the last 30 days.';

/** The views of one post by day, and where its readers came from. */
export function PostStatistics({ postId, figures: { days, total, referrers }, isCounting }: Props) {
  const recent = days.reduce((sum, { views }) => sum + views, 0);
  if (total === 0) {
    return (
      <p>
        {isCounting
          ? 'Nobody has opened this post yet. Figures appear some seconds after a reader has.'
          : 'Counting is turned off in the settings.'}
      </p>
    );
  }
  return (
    <>
      <div className="metrics">
        <Chart
          title="Views"
          unit="views"
          summary={`${recent.toLocaleString('en')}, of ${total.toLocaleString('en')} in all`}
          period="in the last 30 days"
          points={days.map(({ day, views }) => ({ at: Date.parse(day), value: views }))}
          write={(value) => value.toLocaleString('en')}
          moment={dayAt}
        />
      </div>
      <div className="counts-grid">
        <CountTable
          title="Referring sites"
          columns={['Site', 'Views']}
          rows={referrers.map(({ name, count }) => ({ key: name, name: referrerName(name), counts: [count] }))}
          empty={nothing}
          download={paths.admin.postTable(postId, 'referrers')}
        />
      </div>
      <details className="metrics__numbers">
        <summary>Show the days as a table</summary>
        <CountTable
          title="Days"
          columns={['Day', 'Views']}
          rows={days.toReversed().map(({ day, views }) => ({ key: day, name: <Day day={day} />, counts: [views] }))}
          empty={nothing}
          download={paths.admin.postTable(postId, 'days')}
        />
      </details>
    </>
  );
}
