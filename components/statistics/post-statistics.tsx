import { useText } from '#text';
import { Chart } from '@/components/admin/chart';
import { msg } from '@/lib/i18n/admin/msg';
import { referrerName } from '@/lib/statistics/names';
import type { PostFigures } from '@/lib/statistics/post-queries';
import { paths } from '@/lib/web/paths';
import { CountTable } from './count-table';
import { Day, dayAt } from './day';

type Props = { postId: string; figures: PostFigures; isCounting: boolean };

/** Written with `t`. */
const nothing = msg('Nothing was counted in the last 30 days.');

/** The views of one post by day, and where its readers came from. */
export function PostStatistics({ postId, figures: { days, total, referrers }, isCounting }: Props) {
  const t = useText();
  const recent = days.reduce((sum, { views }) => sum + views, 0);
  if (total === 0) {
    return (
      <p>
        {isCounting
          ? t('Nobody has opened this post yet. Figures appear some seconds after a reader has.')
          : t('Counting is turned off in the settings.')}
      </p>
    );
  }
  return (
    <>
      <div className="metrics">
        <Chart
          title={t('Views')}
          unit={t('views')}
          summary={t('{recent}, of {total} in all', {
            recent: recent.toLocaleString(t.language),
            total: total.toLocaleString(t.language),
          })}
          period={t('in the last 30 days')}
          points={days.map(({ day, views }) => ({ at: Date.parse(day), value: views }))}
          write={(value) => value.toLocaleString(t.language)}
          moment={(at) => dayAt(at, t.language)}
        />
      </div>
      <div className="counts-grid">
        <CountTable
          title={t('Referring sites')}
          columns={[t('Site'), t('Views')]}
          rows={referrers.map(({ name, count }) => ({ key: name, name: t.said(referrerName(name)), counts: [count] }))}
          empty={t(nothing)}
          download={paths.admin.postTable(postId, 'referrers')}
        />
      </div>
      <details className="metrics__numbers">
        <summary>{t('Show the days as a table')}</summary>
        <CountTable
          title={t('Days')}
          columns={[t('Day'), t('Views')]}
          rows={days.toReversed().map(({ day, views }) => ({ key: day, name: <Day day={day} />, counts: [views] }))}
          empty={t(nothing)}
          download={paths.admin.postTable(postId, 'days')}
        />
      </details>
    </>
  );
}
