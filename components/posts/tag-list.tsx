import { paths } from '@/lib/web/paths';

/** The tags of a post, as links. */
export function TagList({ tags }: { tags: { id: string; name: string; slug: string }[] }) {
  if (tags.length === 0) return null;
  return (
    <ul className="tags" aria-label="Tags">
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
