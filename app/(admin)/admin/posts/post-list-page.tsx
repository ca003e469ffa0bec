import { adminText } from '@/components/text/server';
import type { Text } from '@/components/text/text';
import { msg } from '@/lib/i18n/admin/msg';
import { runBulkAction, createDraftAction } from './actions';
import { stateLabel } from './editor-post';
import { EmptyState } from '@/components/admin/empty-state';
import { ListShortcuts } from '@/components/admin/list-shortcuts';
import { NewPostButton } from '@/components/admin/new-post-button';
import { PageHeader } from '@/components/admin/page-header';
import { Pager } from '@/components/admin/pager';
import { PostFilters } from '@/components/admin/post-filters';
import { filterHref, readFilter } from '@/components/admin/post-filter';
import { PostRows } from '@/components/admin/post-rows';
import { can, type Actor } from '@/lib/auth/actor';
import { listTagsInUse } from '@/lib/editor/queries';
import { listAuthors, listEditablePosts } from '@/lib/post-lists/admin-queries';
import type { PostType } from '@/lib/posts/post';
import { sparkline } from '@/components/admin/chart-path';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { getSettings } from '@/lib/settings/queries';
import { LISTED_DAYS, listViewsByDay } from '@/lib/statistics/post-queries';
import { countViews } from '@/lib/statistics/queries';
import { shortMoment } from '@/lib/time/site-time';

type Props = { actor: Actor; type: PostType; search: Record<string, string | string[] | undefined> };

const words = {
  post: {
    title: msg('Posts'),
    newOne: msg('New post'),
    empty: msg('No posts yet'),
    what: msg('Posts appear on the home page, newest first.'),
  },
  page: {
    title: msg('Pages'),
    newOne: msg('New page'),
    empty: msg('No pages yet'),
    what: msg('Pages are separate from the list of posts: about, contact, legal notice.'),
  },
};

/** The list of posts or of pages. */
export async function PostListPage({ actor, type, search }: Props) {
  const t = await adminText();
  const base = type === 'post' ? paths.admin.posts() : paths.admin.pages();
  const filter = readFilter(search);
  const { state, query, author, tag, cursor } = filter;
  const [{ posts, counts, corrected, nextCursor }, { timeZone }, users, tags] = await Promise.all([
    listEditablePosts(actor, { type, state, query, authorId: author || null, tagId: tag || null, cursor }),
    getSettings(),
    listAuthors(actor),
    type === 'post' ? listTagsInUse(actor) : [],
  ]);
  const ids = posts.map(({ id }) => id);
  const [views, byDay] = await Promise.all([countViews(ids), listViewsByDay(ids, { timeZone, days: LISTED_DAYS })]);
  const { title, newOne, empty, what } = words[type];
  const rows = posts.map((post) => ({
    id: post.id,
    title: titleOf(post),
    href: paths.admin.post(post.id),
    state: post.state,
    stateLabel: stateLabel(post, { timeZone }, t),
    hasPendingChange: post.hasPendingChange,
    isPinned: post.pinnedAt !== null,
    byline: post.authors.map(({ name }) => name).join(', '),
    tags: post.tags.map(({ name }) => name).join(', '),
    changed: shortMoment(post.updatedAt, { timeZone, language: t.language }),
    views: viewsOf(views.get(post.id) ?? 0, byDay.get(post.id) ?? [], { href: paths.admin.postStatistics(post.id), t }),
  }));
  const isFiltered = query !== '' || author !== '' || tag !== '' || state !== null;
  const newButton = (
    <NewPostButton type={type} action={createDraftAction}>
      {t(newOne)}
    </NewPostButton>
  );
  return (
    <>
      <PageHeader title={t(title)}>
        <a className="button" href={paths.admin.calendar()}>
          {t('Calendar')}
        </a>
        {newButton}
      </PageHeader>
      <PostFilters base={base} filter={filter} counts={counts} users={users} tags={tags} />
      {corrected && <Corrected query={query} corrected={corrected} t={t} />}
      <PostRows
        rows={rows}
        action={runBulkAction}
        isTrash={state === 'Trash'}
        type={type}
        mayPublish={can(actor, 'posts.publish')}
        label={t(title)}
        tags={type === 'post' ? tags.map(({ name }) => name) : null}
      >
        {isFiltered ? (
          <EmptyState title={type === 'post' ? t('No posts found') : t('No pages found')}>
            <p>
              {type === 'post'
                ? t('No post matches this search and these filters.')
                : t('No page matches this search and these filters.')}
            </p>
            <p>
              <a href={base}>{t('Show all')}</a>
            </p>
          </EmptyState>
        ) : (
          <EmptyState title={t(empty)}>
            <p>{t(what)}</p>
            {newButton}
          </EmptyState>
        )}
      </PostRows>
      <Pager
        first={cursor ? filterHref(base, { ...filter, cursor: '' }) : undefined}
        next={nextCursor ? filterHref(base, { ...filter, cursor: nextCursor }) : undefined}
      />
      <ListShortcuts />
    </>
  );
}

function Corrected({ query, corrected, t }: { query: string; corrected: string; t: Text }) {
  return (
    <p className="notice" role="status">
      {t('No results for “{query}”. Showing results for “{corrected}”.', { query, corrected })}
    </p>
  );
}

function viewsOf(total: number, days: readonly number[], { href, t }: { href: string; t: Text }) {
  if (total === 0) return null;
  const recent = days.reduce((sum, count) => sum + count, 0);
  const words = t('{total, plural, one {# view} other {# views}}, {recent} in {days} days', {
    total,
    recent: recent.toLocaleString(t.language),
    days: LISTED_DAYS,
  });
  return { words, href, path: sparkline(days) };
}
