import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';

type Props = { tags: { id: string; name: string; slug: string }[]; language: string };

/** The tags of a post, as links. */
export function TagList({ tags, language }: Props) {
  if (tags.length === 0) return null;
  return (
    <ul className="tags" aria-label={translatorOf(language)('post.tags')}>
      {tags.map((tag) => (
        <li key={tag.id}>
          <a href={paths.tag(tag.slug)} rel="tag">
            {tag.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
