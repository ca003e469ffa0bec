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
  pending: 'Pending',
  approved: 'Approved',
  hidden: 'Hidden',
  spam: 'Spam',
  shadowed: 'Shadowed',
  deleted: 'Deleted',
  all: 'All',
};

/** The filters of the moderation queue, stored in the URL. */
export function QueueFilters({ filter, counts, names }: Props) {
  const { post, user, search } = filter;
  const address = (change: Partial<QueueFilter>) =>
    paths.admin.comments(queueQuery({ ...filter, after: '', ...change }));
  return (
    <>
      <nav className="tabs" aria-label="Status">
        {queueStates.map((state) => (
          <a
            key={state}
            href={address({ state })}
            {...(state === filter.state ? { 'aria-current': 'page' as const } : {})}
          >
            <span>{stateNames[state]}</span>
            {state !== 'all' && <small>{countText(counts[state])}</small>}
          </a>
        ))}
      </nav>
      <form className="filters" method="get" action={paths.admin.comments()} role="search">
        {Object.entries({ state: filter.state, post, user }).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <input
          className="input filters__search"
          type="search"
          name="search"
          defaultValue={search}
          aria-label="Search in comments"
          placeholder="Search in comments"
        />
        <button className="button">Search</button>
      </form>
      {(names.post ?? names.user) && (
        <ul className="queue__chips" aria-label="Active filters">
          {names.post && (
            <li>
              On <bdi>{names.post.title}</bdi> <a href={address({ post: '' })}>Show all posts</a>
            </li>
          )}
          {names.user && (
            <li>
              By <bdi>{names.user}</bdi> <a href={address({ user: '' })}>Show all authors</a>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
