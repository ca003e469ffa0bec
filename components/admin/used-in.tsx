import { useText } from '#text';
import type { Text } from '@/components/text/text';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';

type Props = {
  usedIn: { id: string; slug: string; title: string; isEditable: boolean }[];
  /** Posts that the viewer cannot open. */
  usedElsewhere: number;
};

/** The posts that use an image or a file. */
export function UsedIn({ usedIn, usedElsewhere }: Props) {
  const t = useText();
  return (
    <>
      {usedIn.length + usedElsewhere === 0 && <p className="quiet">{t('Not used in any post.')}</p>}
      <ul className="rows">
        {usedIn.map((post) => (
          <li key={post.id} className="row">
            <div className="row__main">
              <a className="row__title" href={post.isEditable ? paths.admin.post(post.id) : paths.post(post.slug)}>
                {titleOf(post)}
              </a>
            </div>
          </li>
        ))}
      </ul>
      {usedElsewhere > 0 && <p className="quiet">{others(usedElsewhere, usedIn.length > 0, t)}</p>}
    </>
  );
}

function others(count: number, isMore: boolean, t: Text) {
  return isMore
    ? t('And in {count, plural, one {one post} other {# posts}} that you cannot open.', { count })
    : t('In {count, plural, one {one post} other {# posts}} that you cannot open.', { count });
}
