import { translatorOf } from '@/lib/i18n/translator';
import type { ThreadComment } from '@/lib/comments/comment';
import { formatDay, isoWithOffset, type DateStyle } from '@/lib/time/dates';

/** Pingbacks and trackbacks. */
export function Mentions({ mentions, dates }: { mentions: ThreadComment[]; dates: DateStyle }) {
  if (mentions.length === 0) return null;
  return (
    <section className="mentions" aria-labelledby="mentions-heading">
      <h3 id="mentions-heading">{translatorOf(dates.language)('thread.mentions')}</h3>
      <ul>
        {mentions.map(({ id, author, createdAt }) => (
          <li key={id}>
            {author.url ? (
              <a href={author.url} rel="ugc nofollow noopener">
                <bdi>{author.name || author.url}</bdi>
              </a>
            ) : (
              <bdi>{author.name}</bdi>
            )}{' '}
            <time dateTime={isoWithOffset(new Date(createdAt), dates.timeZone)}>
              {formatDay(new Date(createdAt), dates)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
