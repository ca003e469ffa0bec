import { adminText } from '@/components/text/server';
import type { Text } from '@/components/text/text';
import { msg } from '@/lib/i18n/admin/msg';
import { runBulkAction, createDraftAction, quickEditAction } from './actions';
import { baseOf, readQuickPost } from './quick-edit';
import { toListedPosts } from './listed-posts';
import { EmptyState } from '@/components/admin/empty-state';
import { FiltersOf } from '../saved-filters/filters-of';
import { ListShortcuts } from '@/components/admin/list-shortcuts';
import { NewPostButton } from '@/components/admin/new-post-button';
import { PageHeader } from '@/components/admin/page-header';
import { Pager } from '@/components/admin/pager';
import { PostFilters } from '@/components/admin/post-filters';
import { filterHref, readFilter, type ListFilter } from '@/components/admin/post-filter';
import { PostRows } from '@/components/admin/post-rows';
import { sortingOf } from '@/components/admin/sorted-column';
import type { QuickSite } from '@/components/admin/quick-edit';
import { findAnswer } from '@/lib/actions/form-answer';
import { can, type Actor } from '@/lib/auth/actor';
import { listTagsInUse } from '@/lib/editor/queries';
import { listAuthors, listPosts } from '@/lib/post-lists/admin-queries';
import type { PostType } from '@/lib/posts/post';
import { paths } from '@/lib/web/paths';
import { zoneIn, zoneHint } from '@/lib/time/site-time';
import { only } from '@/lib/web/search-params';
import { getSettings } from '@/lib/settings/queries';
import { columnOf, isSortable, postColumns, sortOf } from '@/lib/posts/post-sorts';

import './post-table.css';

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
  const base = baseOf(type);
  const filter = readFilter(search);
  const { state, query, author, tag, sort, cursor } = filter;
  const [{ posts, counts, corrected, nextCursor }, { timeZone }, users, tags] = await Promise.all([
    listPosts(actor, { type, state, query, authorId: author || null, tagId: tag || null, sort, cursor }),
    getSettings(),
    listAuthors(actor),
    type === 'post' ? listTagsInUse(actor) : [],
  ]);
  const { title, newOne, empty, what } = words[type];
  const isFiltered = query !== '' || author !== '' || tag !== '' || state !== null;
  const isTree = type === 'page' && !isFiltered && !sort && !cursor && nextCursor === null;
  const here = filterHref(base, filter);
  const quickHref = (id: string) => `${here}${here.includes('?') ? '&' : '?'}edit=${id}#post-${id}`;
  const [rows, quick, answer] = await Promise.all([
    toListedPosts(actor, posts, { timeZone, t, isTree, quickHref }),
    quickOf(actor, only(search.edit), { timeZone, users, cancel: here, t }),
    findAnswer(),
  ]);
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
      <FiltersOf actor={actor} list={type === 'post' ? 'posts' : 'pages'} base={base} search={search} />
      {corrected && <Corrected query={query} corrected={corrected} t={t} />}
      <PostRows
        rows={rows}
        action={runBulkAction}
        isTrash={state === 'Trash'}
        type={type}
        mayPublish={can(actor, 'posts.publish')}
        label={t(title)}
        sorting={sortsOf(base, filter)}
        tags={type === 'post' ? tags.map(({ name }) => name) : null}
        quick={quick}
        answer={answer}
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

type Around = { timeZone: string; users: QuickSite['users']; cancel: string; t: Text };

/** The row that is edited in its place. */
async function quickOf(actor: Actor, id: string, { timeZone, users, cancel, t }: Around) {
  const post = id ? await readQuickPost(actor, id, timeZone) : null;
  if (!post) return null;
  const isEditor = can(actor, 'posts.edit-any');
  const site: QuickSite = {
    users: isEditor ? users : [],
    isEditor,
    zoneHint: t.said(zoneHint(zoneIn(new Date(), timeZone))),
    cancel,
    back: cancel.split('?')[1] ?? '',
  };
  return { post, site, action: quickEditAction };
}

function sortsOf(base: string, filter: ListFilter) {
  return sortingOf({
    orders: postColumns,
    fromStart: ['title', 'status'],
    sorted: sortOf(filter.state, filter.sort),
    href: (sort) =>
      isSortable(columnOf(sort), filter.state) ? filterHref(base, { ...filter, sort, cursor: '' }) : null,
  });
}

function Corrected({ query, corrected, t }: { query: string; corrected: string; t: Text }) {
  return (
    <p className="notice" role="status">
      {t('No results for “{query}”. Showing results for “{corrected}”.', { query, corrected })}
    </p>
  );
}
