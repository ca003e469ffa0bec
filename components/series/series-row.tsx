import { useText } from '#text';
import { postsInWords } from '@/components/admin/tag-row';
import type { ListedSeries } from '@/lib/post-lists/series-queries';
import { paths } from '@/lib/web/paths';

/** One series in the list: title, description and number of posts. */
export function SeriesRow({ series: { id, title, description, slug, postCount } }: { series: ListedSeries }) {
  const t = useText();
  return (
    <li className="row">
      <div className="row__main">
        <a className="row__title" href={paths.admin.oneSeries(id)} dir="auto">
          {title}
        </a>
        <p className="row__meta" dir="auto">
          {description || paths.series(slug)}
        </p>
      </div>
      <div className="row__side">
        <span className="quiet">{postsInWords(postCount, t)}</span>
      </div>
    </li>
  );
}
