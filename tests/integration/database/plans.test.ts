import { beforeAll, afterAll, expect, test } from 'vitest';
import { listLatestComments } from '@/lib/comments/latest-queries';
import { readOnboarding } from '@/lib/dashboard/onboarding-queries';
import { readDashboardNotices } from '@/lib/dashboard/queries';
import { readWriting } from '@/lib/dashboard/writing-queries';
import type { Actor } from '@/lib/auth/actor';
import { countQueue, listQueue } from '@/lib/comments/queue';
import type { QueueFilter } from '@/lib/comments/queue-filter';
import { findThreadPageOf, getThreadPage, listAncestors, listAround } from '@/lib/comments/queries';
import { findCommentFor, findViewerOfThread } from '@/lib/comments/viewer-state';
import { onStatement, type Statement } from '@/lib/database/query-events';
import { isPostgres, db } from '@/lib/database/db';
import { listFeedComments, listNewestComments } from '@/lib/feeds/queries';
import { listMedia, listRemovedMedia } from '@/lib/media/library';
import { processJobs } from '@/lib/outbox/worker';
import { findUserPage } from '@/lib/users/queries';
import { listPosts } from '@/lib/post-lists/admin-queries';
import { countArchive } from '@/lib/posts/listing/archive-queries';
import { nextScheduledTime } from '@/lib/posts/publishing/schedule';
import {
  findPostPage,
  listNewestIds,
  listPinnedPosts,
  outlineOf,
  type Scope,
} from '@/lib/posts/listing/listing-queries';
import { postStates } from '@/lib/posts/post';
import { postSorts } from '@/lib/posts/post-sorts';
import { findNeighbours, findPublicPost, listWholePosts } from '@/lib/posts/listing/queries';
import { listRevisions } from '@/lib/posts/editing/revisions';
import { findAuthor, findMenu } from '@/lib/posts/listing/subject-queries';
import { listTags } from '@/lib/post-lists/tag-queries';
import { sortKeyOf } from '@/lib/search/entry';
import { indexChanges } from '@/lib/search/indexing';
import { searchPosts } from '@/lib/search/queries';
import { indexAdminRows } from '@/lib/search/admin-indexing';
import { listSitemap, outlineSitemap } from '@/lib/seo/queries';
import { findRedirect } from '../../factories/imports';
import { createLargeDataset } from '../../factories/large-dataset';
import { actorWith } from '../../factories/users';
import { large, openPlans, type Step } from '../../setup/plans';

const newestQueue = (state: QueueFilter['state']): QueueFilter => ({
  state,
  post: '',
  user: '',
  search: '',
  after: '',
});

/** Where a search for comments continues after this one. */
const placeAt = ({ id, createdAt }: { id: string; createdAt: Date }) => `${sortKeyOf(id, createdAt)}_${id}`;

type LargeDataset = Awaited<ReturnType<typeof createLargeDataset>>;
type Read = (largeDataset: LargeDataset, editor: Actor) => Promise<unknown>;

let largeDataset: LargeDataset;
let editor: Actor;
let explain: (statement: Statement) => Promise<Step[]>;
let close: () => Promise<void>;

beforeAll(async () => {
  largeDataset = await createLargeDataset();
  editor = await actorWith('owner');
  await indexChanges();
  await indexAdminRows();
  // SQLite has the product's own statistics (lib/database/sqlite-statistics.ts).
  if (isPostgres()) await db.$executeRawUnsafe('VACUUM ANALYZE');
  ({ explain, close } = await openPlans());
}, 120_000);

afterAll(() => close());

const inList = async (scope: Scope, page: number) => {
  const outline = await outlineOf(scope);
  return () => findPostPage(scope, page, { outline, perPage: 10 });
};

const reads: Record<string, Read> = {
  'the home page': async () =>
    findPostPage({ kind: 'site' }, 1, { outline: { total: 9_999, positions: [] }, perPage: 10 }),
  'pinned posts': () => listPinnedPosts(),
  'an article': ({ posts }) => findPublicPost(posts[1_000]!.slug),
  'previous and next': ({ posts }) => findNeighbours(posts[1_000]!),
  'an author': ({ users }) => findAuthor(users[3]!.slug),
  'the feed of the site': async () => listWholePosts(await listNewestIds({ kind: 'site' }, 25)),
  'the feed of a tag': async ({ tags }) => listWholePosts(await listNewestIds({ kind: 'tag', tagId: tags[3]!.id }, 25)),
  'the feed of all comments': () => listNewestComments(),
  'the feed of a post': ({ busy }) => listFeedComments(busy.id),
  'what falls due next': () => nextScheduledTime(),
  'what stands above a comment': ({ busy, deep }) => listAncestors(busy.id, deep.path),
  'what stands around a comment': ({ busy, deep }) => listAround(busy.id, deep.path, 'nobody'),
  'a search': () => searchPosts('harbour notes'),
  'a search for one post': () => searchPosts('"notes 1204"'),
  'a search for words that never meet': () => searchPosts('1204 harbour 1205'),
  'where a new comment stands': ({ busy }) => findThreadPageOf(busy.id, 'zzzzz'),
  'a viewer in a thread': ({ busy }, actor) => findViewerOfThread(actor, busy.id),
  'the first steps': (_, actor) => readOnboarding(actor),
  'drafts and what is next': (_, actor) => readWriting(actor),
  'the latest comments': (_, actor) => listLatestComments(actor, { take: 5 }),
  'what wants attention': (_, actor) => readDashboardNotices(actor),
  'the library': (_, actor) => listMedia(actor),
  'the library, oldest first': (_, actor) => listMedia(actor, { isOldestFirst: true }),
  'the tags, newest first': (_, actor) => listTags(actor, { search: '', after: '', sort: 'newest' }),
  'the queue, oldest first': (_, actor) => listQueue(actor, { ...newestQueue('pending'), sort: 'oldest' }),
  'the library, further on': ({ media }, actor) =>
    listMedia(actor, { cursor: `${media[1_000]!.createdAt.getTime()}.${media[1_000]!.id}` }),
  'the removed images': (_, actor) => listRemovedMedia(actor),
  'the removed images, further on': async (_, actor) =>
    listRemovedMedia(actor, (await listRemovedMedia(actor)).nextCursor),
  'the history of a post': ({ posts }, actor) => listRevisions(actor, posts[0]!.id),
  'the queue': (_, actor) => listQueue(actor, newestQueue('pending')),
  'the queue, everything': (_, actor) => listQueue(actor, newestQueue('all')),
  'the queue, one person': ({ users }, actor) => listQueue(actor, { ...newestQueue('approved'), user: users[5]!.id }),
  'the queue, one post': ({ busy }, actor) => listQueue(actor, { ...newestQueue('approved'), post: busy.id }),
  'the queue, a word of every comment': (_, actor) => listQueue(actor, { ...newestQueue('approved'), search: 'said' }),
  'the queue, a word of every comment, oldest first': (_, actor) =>
    listQueue(actor, { ...newestQueue('approved'), search: 'said', sort: 'oldest' }),
  'the queue, a word of every comment, oldest first, further on': ({ comments }, actor) =>
    listQueue(actor, { ...newestQueue('all'), search: 'well sa', sort: 'oldest', after: placeAt(comments[1_000]!) }),
  'the queue, a word of one comment, oldest first': (_, actor) =>
    listQueue(actor, { ...newestQueue('all'), search: 'cuttlefish', sort: 'oldest' }),
  'the queue, a word of every comment, further on': ({ comments }, actor) =>
    listQueue(actor, { ...newestQueue('all'), search: 'well sa', after: placeAt(comments[1_000]!) }),
  'the queue, a word of one comment': (_, actor) => listQueue(actor, { ...newestQueue('all'), search: 'cuttlefish' }),
  'the queue, a word of no comment': (_, actor) => listQueue(actor, { ...newestQueue('all'), search: 'whale' }),
  'the queue, a common word in a rare state': (_, actor) =>
    listQueue(actor, { ...newestQueue('pending'), search: 'well' }),
  'the queue, a common word of one person': ({ users }, actor) =>
    listQueue(actor, { ...newestQueue('approved'), user: users[5]!.id, search: 'well' }),
  'the queue, a common word on one post': ({ posts }, actor) =>
    listQueue(actor, { ...newestQueue('approved'), post: posts[900]!.id, search: 'well' }),
  'the library, a common word': (_, actor) => listMedia(actor, { query: 'boat' }),
  'the library, a common word in what is without description': (_, actor) =>
    listMedia(actor, { query: 'picture', withoutAlt: true }),
  'the library, one picture': (_, actor) => listMedia(actor, { query: 'picture-1204' }),
  'the people, by name': (_, actor) => findUserPage(actor, { search: 'Person 12', role: '', after: '' }),
  'the people, by address': (_, actor) =>
    findUserPage(actor, { search: 'person-12@example.test', role: 'author', after: '' }),
  'the tags, by name': (_, actor) => listTags(actor, { search: 'tag', after: '' }),
  'the tags': (_, actor) => listTags(actor, { search: '', after: 'tag-5' }),
  'how long the queue is': (_, actor) => countQueue(actor),
  'a former address': () => findRedirect('/old/1204'),
  'a former address below a folder': () => findRedirect('/old/1204/photographs/1'),
  'the outbox': () => processJobs({}, 'test'),
  'the posts of an author in the admin': ({ users }, actor) =>
    listPosts(actor, { type: 'post', authorId: users[3]!.id }),
  ...Object.fromEntries(
    postSorts.flatMap((sort) =>
      ([null, 'Draft', 'Published'] as const).map((state): [string, Read] => [
        `the admin’s list, ${state ?? 'all'}, by ${sort}`,
        async (_, actor) => {
          const { nextCursor } = await listPosts(actor, { type: 'post', state, sort });
          await listPosts(actor, { type: 'post', state, sort, cursor: nextCursor });
        },
      ]),
    ),
  ),
  'a search in the admin': (_, actor) => listPosts(actor, { type: 'post', query: 'notes 1204' }),
  ...Object.fromEntries(
    [null, ...postStates].map((state): [string, Read] => [
      `the admin’s list, ${state ?? 'all'}`,
      (_, actor) => listPosts(actor, { type: 'post', state }),
    ]),
  ),
};

test.each(Object.keys(reads))('%s reads only its rows, by an index', async (name) => {
  const statements = await statementsOf(() => reads[name]!(largeDataset, editor));
  expect(statements.length).toBeGreaterThan(0);

  const walks: string[] = [];
  for (const statement of statements) {
    for (const step of await explain(statement)) if (step.isWalk) walks.push(`${step.text}\n  in ${statement.sql}`);
  }
  expect(walks).toEqual([]);
});

test.each<[string, Scope['kind']]>([
  ['the home list', 'site'],
  ['a tag’s list', 'tag'],
  ['an author’s list', 'author'],
  ['a series’ list', 'series'],
  ['a year’s list', 'time'],
])('a page deep in %s reads only its rows, by an index', async (_, kind) => {
  const scopes: Record<Scope['kind'], Scope> = {
    site: { kind: 'site' },
    tag: { kind: 'tag', tagId: largeDataset.tags[2]!.id },
    author: { kind: 'author', userId: largeDataset.users[2]!.id },
    series: { kind: 'series', seriesId: 'none' },
    time: { kind: 'time', from: new Date(0), to: new Date() },
  };
  const read = await inList(scopes[kind], kind === 'tag' ? 2 : 10);
  const statements = await statementsOf(read);

  const steps: Step[] = [];
  for (const statement of statements) steps.push(...(await explain(statement)));
  expect(steps.some(({ isWalk }) => isWalk) ? steps : []).toEqual([]);
});

/**
 * What is about everything must see everything, but of its index alone: kept in memory until a list changes, or asked
 * for by machines once in a while.
 */
test.each<[string, Read]>([
  ['the outline of the home list', () => outlineOf({ kind: 'site' })],
  ['the people and how much each wrote', (_, actor) => findUserPage(actor, { search: '', role: '', after: '' })],
  ['the archive', () => countArchive('Europe/Vienna')],
  ['what a sitemap counts, and where its parts begin', () => outlineSitemap(500)],
  ['where the pages of a thread begin', ({ busy }) => getThreadPage(busy.id, 2)],
  [
    'a comment by itself, and where it stands in its thread',
    ({ busy, comments }) => findCommentFor(null, { id: comments[100]!.id, slug: busy.slug }),
  ],
  ['where a comment stands in its thread', ({ busy, comments }) => findThreadPageOf(busy.id, comments[400]!.path)],
])('%s is read from an index alone', async (_, read) => {
  const statements = await statementsOf(() => read(largeDataset, editor));

  const steps: Step[] = [];
  for (const statement of statements) steps.push(...(await explain(statement)));
  const outside = steps.filter(({ text, isWalk }) => isWalk && !/COVERING INDEX|Index Only/.test(text));
  expect(outside).toEqual([]);
});

test('the menu sorts pages, which are few, and counts tags from an index alone', async () => {
  const statements = await statementsOf(() => findMenu(6));

  const steps = (await explain(statements.find(({ sql }) => /GROUP BY/.test(sql))!)).filter(({ isWalk }) => isWalk);
  expect(steps.filter(({ text }) => !/COVERING INDEX|Index Only/.test(text))).toEqual([]);
});

test.each(['posts', 'tags', 'authors'] as const)(
  'a part of the sitemap of %s reads only its rows, by an index',
  async (kind) => {
    const outline = await outlineSitemap(kind === 'posts' ? 500 : 10);
    const parts = outline[kind].cursors.length + 1;
    expect(parts).toBeGreaterThan(1);
    const statements = await statementsOf(() =>
      listSitemap({ kind, part: parts, outline }, 'https://quay.example', kind === 'posts' ? 500 : 10),
    );

    const steps: Step[] = [];
    for (const statement of statements) steps.push(...(await explain(statement)));
    expect(steps.some(({ isWalk }) => isWalk) ? steps : []).toEqual([]);
  },
);

async function statementsOf(read: () => Promise<unknown>) {
  const acknowledged: Statement[] = [];
  const stop = onStatement((statement) => acknowledged.push(statement));
  try {
    await read();
  } finally {
    stop();
  }
  return acknowledged.filter(
    ({ sql }) =>
      /^\s*(SELECT|WITH)/i.test(sql) &&
      large.some((table) => sql.includes(`"${table}"`) || sql.includes(`\`${table}\``)),
  );
}
