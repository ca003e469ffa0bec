import { Message } from '@/components/layout/message';
import { listSeparators } from '@/lib/i18n/lists';
import { translatorOf } from '@/lib/i18n/translator';
import { formatDay, isoWithOffset, type DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import type { PublicPost } from '@/lib/posts/listing/queries';

type Props = { post: PublicPost; dates: DateStyle };

/** Authors, dates and reading time. */
export function Byline({ post, dates }: Props) {
  const t = translatorOf(dates.language);
  const published = formatDay(post.publishAt, dates);
  const updated = formatDay(post.contentUpdatedAt, dates);
  return (
    <p className="byline">
      {post.authors.length > 0 && (
        <span className="byline__authors">
          <Message
            parts={t.parts('post.by', { authors: <Authors authors={post.authors} language={dates.language} /> })}
          />
        </span>
      )}
      <time dateTime={isoWithOffset(post.publishAt, dates.timeZone)}>{published}</time>
      {post.contentUpdatedAt > post.publishAt && updated !== published && (
        <span>
          <Message
            parts={t.parts('post.updated', {
              date: <time dateTime={isoWithOffset(post.contentUpdatedAt, dates.timeZone)}>{updated}</time>,
            })}
          />
        </span>
      )}
      {post.type === 'post' && <span>{t('post.readingTime', { count: post.readingMinutes })}</span>}
    </p>
  );
}

function Authors({ authors, language }: { authors: PublicPost['authors']; language: string }) {
  const separators = listSeparators(authors.length, language);
  return authors.map((author, index) => (
    <span key={author.id}>
      <span>{separators[index]}</span>
      <a href={paths.author(author.slug)} rel="author">
        {author.name}
      </a>
    </span>
  ));
}
