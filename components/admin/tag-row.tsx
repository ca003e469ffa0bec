import { useText } from '#text';
import type { Text } from '@/components/text/text';
import { countText } from '@/lib/text/capped-count';
import { paths } from '@/lib/web/paths';
import { RowCheck } from './bulk-form';
import type { ListedTag } from '@/lib/post-lists/tag-queries';

/** One tag in the list: name, description and number of posts. */
export function TagRow({ tag }: { tag: ListedTag }) {
  const t = useText();
  return (
    <li className="row">
      <RowCheck id={tag.id} name={tag.name} />
      <div className="row__main">
        <a className="row__title" href={paths.admin.tag(tag.id)} dir="auto">
          {tag.name}
        </a>
        <p className="row__meta" dir="auto">
          {tag.description || paths.tag(tag.slug)}
        </p>
      </div>
      <div className="row__side">
        <span className="quiet">{postsInWords(tag.postCount, t)}</span>
      </div>
    </li>
  );
}

export function postsInWords(count: number, t: Text) {
  return t('{counted} {count, plural, one {post} other {posts}}', { counted: countText(count, t.language), count });
}
