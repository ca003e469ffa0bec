import { formatDay, isoWithOffset, type DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import type { PublicPost } from '@/lib/posts/listing/queries';

type Props = { post: PublicPost; dates: DateStyle };

/** Authors, dates and reading time. */
export function Byline({ post, dates }: Props) {
  const published = formatDay(post.publishAt, dates);
  const updated = formatDay(post.contentUpdatedAt, dates);
  return (
    <p className="byline">
      {post.authors.length > 0 && (
        <span className="byline__authors">
          By{' '}
          {post.authors.map((author, index) => (
            <span key={author.id}>
              <span>{index > 0 && (index === post.authors.length - 1 ? ' and ' : ', ')}</span>
              <a href={paths.author(author.slug)} rel="author">
                {author.name}
              </a>
            </span>
          ))}
        </span>
      )}
      <time dateTime={isoWithOffset(post.publishAt, dates.timeZone)}>{published}</time>
      {post.contentUpdatedAt > post.publishAt && updated !== published && (
        <span>
          Updated <time dateTime={isoWithOffset(post.contentUpdatedAt, dates.timeZone)}>{updated}</time>
        </span>
      )}
      {post.type === 'post' && <span>{`${post.readingMinutes} min read`}</span>}
    </p>
  );
}
