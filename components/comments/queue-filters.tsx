import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { countText } from '@/lib/text/capped-count';
import type { CommentStatus } from '@/lib/comments/comment';
import { queueQuery, queueStates, type QueueFilter } from '@/lib/comments/queue-filter';
import { paths } from '@/lib/web/paths';

type Props = {
  filter: QueueFilter;
  counts: Record<CommentStatus, number>;
  names: { post: { title: string } | null; user: string };
};

const stateNames = {
  pending: msg('Pending'),
  approved: msg('Approved'),
  hidden: msg('Hidden'),
  spam: msg('Spam'),
  shadowed: msg('Shadowed'),
  deleted: msg('Deleted'),
  all: msg('All'),
};

/** The filters of the moderation queue, stored in the URL. */
export function QueueFilters({ filter, counts, names }: Props) {
  const t = useText();
  const { post, user, search, sort } = filter;
  const address = (change: Partial<QueueFilter>) =>
    paths.admin.comments(queueQuery({ ...filter, after: '', ...change }));
  return (
    <>
      <nav className="tabs" aria-label={t('Status')}>
        {queueStates.map((state) => (
          <a
            key={state}
            href={address({ state })}
            {...(state === filter.state ? { 'aria-current': 'page' as const } : {})}
          >
            <span>{t(stateNames[state])}</span>
            {state !== 'all' && <small>{countText(counts[state], t.language)}</small>}
          </a>
        ))}
      </nav>
      <form className="filters" method="get" action={paths.admin.comments()} role="search">
        {Object.entries({ state: filter.state, post, user, sort }).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <input
          className="input filters__search"
          type="search"
          name="search"
          defaultValue={search}
          aria-label={t('Search in comments')}
          placeholder={t('Search in comments')}
        />
        <button className="button">{t('Search')}</button>
      </form>
      {(names.post ?? names.user) && (
        <ul className="queue__chips" aria-label={t('Active filters')}>
          {names.post && (
            <li>
              <span>{t.rich('On {post}', { post: <bdi key="post">{names.post.title}</bdi> })}</span>{' '}
              <a href={address({ post: '' })}>{t('Show all posts')}</a>
            </li>
          )}
          {names.user && (
            <li>
              <span>{t.rich('By {author}', { author: <bdi key="author">{names.user}</bdi> })}</span>{' '}
              <a href={address({ user: '' })}>{t('Show all authors')}</a>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
