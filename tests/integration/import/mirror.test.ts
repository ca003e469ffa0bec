import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { db, readDb } from '@/lib/database/db';
import type { MirrorInput } from '@/lib/import/mirrors';
import { undoImport } from '@/lib/import/running/undoing';
import { importWordPress } from '../../factories/imports';
import { LiveWordPress, mirrorLive } from '../../factories/live-wordpress';
import { tableHashes } from '../../factories/table-hashes';
import { OLD_SITE, wxr, wxrComment, wxrFile, wxrItem } from '../../factories/wxr';

vi.setConfig({ testTimeout: 60_000 });

const live = new LiveWordPress();
const batches: string[] = [];

beforeAll(() => live.start());
afterAll(() => live.close());
beforeEach(() => live.empty());
afterEach(async () => {
  for (const batch of batches.splice(0).toReversed()) await undoImport('operator', batch);
});

async function mirror(more: Partial<MirrorInput> = {}) {
  const report = await mirrorLive(live, more);
  if (report.batch) batches.push(report.batch);
  return report;
}

async function importExport(...items: string[]) {
  const file = wxrFile(
    wxr(...items)
      .replaceAll(OLD_SITE, live.home)
      .replaceAll('keeper]]', 'Ola.Keeper]]'),
  );
  const report = await importWordPress('operator', { files: [file], oldUrl: null, dryRun: false });
  batches.push(report.batch ?? '');
  return report;
}

const postOf = (slug: string) => readDb.post.findUniqueOrThrow({ where: { slug } });
const unbatched = (hashes: Record<string, unknown>) => ({ ...hashes, importBatch: null });

test('posts, pages, people, tags and threads come from the REST API, page by page', async () => {
  live.posts = Array.from({ length: 205 }, (_, at) => ({ id: 1000 + at, slug: `live-${at}` }));
  Object.assign(live.posts[0]!, {
    tags: [5],
    html: '<p>See <a href="/2014/05/live-204/">that</a> &#8220;one&#8221;.</p>',
  });
  live.pages = [
    { id: 2001, slug: 'live-about', parent: 2002 },
    { id: 2002, slug: 'live-root' },
  ];
  live.comments = [
    { id: 31, post: 1000 },
    { id: 32, post: 1000, parent: 31, author: 7, name: 'Ola Keeper' },
  ];
  const report = await mirror();
  expect(report.created).toMatchObject({ posts: 205, pages: 2, comments: 2, authors: 1, tags: 3 });
  expect(report.failed).toEqual([]);
  expect(report.pulled).toEqual({ from: 'REST API', posts: 207, comments: 2 });
  const first = await readDb.post.findUniqueOrThrow({
    where: { slug: 'live-0' },
    include: { tags: { select: { tag: { select: { name: true } } } }, comments: { orderBy: { path: 'asc' } } },
  });
  expect(first).toMatchObject({ excerpt: '', status: 'published', commentCount: 2 });
  expect(first.bodyHtml).toBe('<p>See <a href="/live-204">that</a> “one”.</p>');
  expect(first.tags.map(({ tag }) => tag.name).toSorted()).toEqual(['Boats', 'Sea', 'Sloops & more']);
  expect(first.comments.map(({ body, depth }) => [body, depth])).toEqual([
    ['<p>Comment 31.</p>', 0],
    ['<p>Comment 32.</p>', 1],
  ]);
  expect(first.comments[1]?.authorId).not.toBeNull();
  const below = await readDb.post.findFirstOrThrow({ where: { title: 'Entry 2001' } });
  expect(below.parentId).toBe((await postOf('live-root')).id);
});

test('a second pull asks only for what changed since, and brings it', async () => {
  live.posts = [
    { id: 1, slug: 'live-a' },
    { id: 2, slug: 'live-b', modified: '2026-03-01T10:00:00' },
  ];
  await mirror();
  const before = await tableHashes();
  const again = await mirror();
  expect(unbatched(await tableHashes())).toEqual(unbatched(before));
  expect(again.created).toMatchObject({ posts: 0, comments: 0 });
  expect(live.asked.filter((url) => url.includes('modified_after=2026-02-28T10%3A00%3A00Z'))).not.toEqual([]);
  live.posts[1] = {
    id: 2,
    slug: 'live-b',
    modified: '2026-03-05T10:00:00',
    html: '<p>New. <a href="/2014/05/live-a/">A</a></p>',
  };
  live.posts.push({ id: 3, slug: 'live-c', date: '2026-03-04T10:00:00', modified: '2014-01-01T10:00:00' });
  live.comments = [{ id: 41, post: 1, date: '2026-03-06T10:00:00' }];
  const third = await mirror();
  expect(third).toMatchObject({ updated: { posts: 1 }, created: { posts: 1, comments: 1 }, skipped: { posts: 1 } });
  expect((await postOf('live-b')).bodyHtml).toBe('<p>New. <a href="/live-a">A</a></p>');
  expect((await postOf('live-a')).commentCount).toBe(1);
});

test('types of plug-ins are named with their number, and come as what was asked for', async () => {
  live.posts = [{ id: 61, slug: 'live-post' }];
  live.others = {
    recipe: Array.from({ length: 120 }, (_, at) => ({
      id: 700 + at,
      slug: `soup-${at}`,
      modified: '2027-01-01T00:00:00',
    })),
    event: [{ id: 900, slug: 'regatta' }],
    empty: [],
  };
  live.comments = [{ id: 71, post: 700 }];
  const without = await mirror();
  expect(without.created).toMatchObject({ posts: 1, pages: 0, comments: 0 });
  expect(without.failed).toEqual([
    {
      where: 'type recipe',
      why: '120 of the type recipe were not imported. With --types recipe=post they are imported as posts, with --types recipe=page as pages.',
    },
    expect.objectContaining({
      where: 'type event',
      why: expect.stringMatching(/^1 of the type event was not imported/),
    }),
    { where: 'comments', why: '1 of them stand on what is neither a post nor a page that everyone can read.' },
  ]);
  expect(live.asked.filter((url) => url.includes('/recipes'))).toHaveLength(1);

  const chosen = { options: { types: 'recipe=post,event=page,gone=post' } };
  const report = await mirror(chosen);
  expect(report.created).toMatchObject({ posts: 120, pages: 1, comments: 1 });
  expect(report.failed).toEqual([]);
  expect(report.notes).toContainEqual({
    where: 'type gone',
    why: 'The REST API of the old site does not have it: an export may.',
  });
  expect(await postOf('soup-0')).toMatchObject({ type: 'post', commentCount: 1 });
  expect(await readDb.post.count({ where: { type: 'page', title: 'Entry 900' } })).toBe(1);

  live.asked.length = 0;
  expect((await mirror(chosen)).created).toMatchObject({ posts: 0, pages: 0, comments: 0 });
  expect(live.asked.filter((url) => url.includes('modified_after=2014-05-05'))).not.toEqual([]);
});

const exported = () => [
  wxrItem({
    id: '51',
    name: 'both',
    creator: 'Ola.Keeper',
    content: 'He said "yes" -- and [caption id="x"]<img src="https://e.example/a.png">Left[/caption]',
    meta: { _yoast_wpseo_title: 'For searches' },
    comments: wxrComment('511', { content: 'It\'s "fine" :-)' }),
    categories: '<category domain="category" nicename="boats">Boats</category>',
  }),
];
const shown = () => {
  live.posts = [{ id: 51, slug: 'both', html: '<p>He said &#8220;yes&#8221; &#8211; and</p>', categories: [3] }];
  live.comments = [{ id: 511, post: 51, html: '<p>It&#8217;s &#8220;fine&#8221; <img src="/smile.png" alt="🙂"></p>' }];
};

test('what an export has brought stays as it is until it changes there, and keeps what is not shown', async () => {
  await importExport(...exported());
  const before = await tableHashes();
  const users = await readDb.user.count();
  shown();
  const report = await mirror();
  expect(report).toMatchObject({ skipped: { posts: 1, comments: 1, authors: 1 }, updated: { posts: 0, comments: 0 } });
  const after = await tableHashes();
  for (const table of ['post', 'comment', 'user', 'postAuthor', 'postTag']) expect(after[table]).toEqual(before[table]);
  expect(await readDb.user.count()).toBe(users);
  live.posts[0] = { ...live.posts[0]!, modified: '2027-01-01T00:00:00', html: '<p>Another text</p>' };
  const unchanged = await tableHashes();
  expect((await mirror()).updated).toMatchObject({ posts: 1 });
  expect(await postOf('both')).toMatchObject({ bodyHtml: '<p>Another text</p>', seoTitle: 'For searches' });
  expect(await readDb.postAuthor.count({ where: { post: { slug: 'both' } } })).toBe(1);
  await undoImport('operator', batches.pop() ?? '');
  expect(unbatched(await tableHashes())).toEqual(unbatched(unchanged));
});

test('an export after a pull changes nothing that is the same, and finds the same people', async () => {
  shown();
  await mirror();
  const before = await tableHashes();
  const report = await importExport(...exported());
  expect(report).toMatchObject({ skipped: { posts: 1, comments: 1 }, updated: { posts: 0, comments: 0 } });
  const after = await tableHashes();
  for (const table of ['post', 'comment', 'user', 'postAuthor', 'postTag']) expect(after[table]).toEqual(before[table]);
});

test('before the move, what differs is named on both sides', async () => {
  live.posts = [
    { id: 61, slug: 'stays' },
    { id: 62, slug: 'edited-here' },
    { id: 63, slug: 'goes-there' },
    { id: 64, slug: 'trashed-here' },
    { id: 65, slug: 'locked', isLocked: true },
  ];
  live.comments = [
    { id: 611, post: 61 },
    { id: 612, post: 61 },
  ];
  const first = await mirror({ cutOver: true });
  expect(first.differences).toMatchObject({ missing: [], gone: [], edited: [], comments: [] });
  expect(first.failed).toEqual([{ where: 'post 65 “Entry 65”', why: expect.stringContaining('password') as string }]);
  await db.post.update({ where: { slug: 'edited-here' }, data: { title: 'Mine', version: 2 } });
  await db.post.update({ where: { slug: 'trashed-here' }, data: { status: 'trashed' } });
  live.posts = live.posts.filter(({ id }) => id !== 63);
  live.posts[1] = { ...live.posts[1]!, modified: '2026-04-01T00:00:00', html: '<p>Theirs</p>' };
  const { differences, notes } = await mirror({ cutOver: true });
  expect(differences).toMatchObject({
    missing: [{ address: live.linkOf({ slug: 'trashed-here' }), why: 'It is in the trash here.' }],
    gone: [{ address: '/goes-there' }],
    edited: [{ address: '/edited-here', title: 'Mine' }],
  });
  expect(notes.map(({ why }) => why).join()).toContain('but was edited here since');
  expect((await postOf('goes-there')).status).toBe('published');
  const lost = await readDb.comment.findFirstOrThrow({ where: { post: { slug: 'stays' }, body: { contains: '612' } } });
  await db.comment.delete({ where: { id: lost.id } });
  const last = await mirror({ cutOver: true, dryRun: true });
  expect(last.differences?.comments).toEqual([{ address: live.linkOf({ slug: 'stays' }), count: 1 }]);
  await db.post.update({ where: { slug: 'edited-here' }, data: { version: 1 } });
});

test.each([401, 403, 404])('where the REST API answers %i, the feeds are read', async (status) => {
  live.answers = ({ pathname, searchParams }, response) => {
    if (!pathname.startsWith('/wp-json') && !searchParams.has('rest_route')) return false;
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"code":"rest_disabled"}');
    return true;
  };
  live.posts = [1, 2, 3].map((id) => ({ id, slug: `fed-${id}`, html: `<p>Fed ${id}</p>` }));
  live.comments = [
    { id: 71, post: 1 },
    { id: 72, post: 1, parent: 71 },
  ];
  const report = await mirror();
  expect(report.pulled).toEqual({ from: 'feed', posts: 3, comments: 2 });
  expect(report.created).toMatchObject({ posts: 3, comments: 2, authors: 1 });
  expect(report.notes.map(({ why }) => why).join()).toContain('REST API is switched off');
  const comments = await readDb.comment.findMany({ where: { post: { slug: 'fed-1' } }, orderBy: { path: 'asc' } });
  expect(comments.map(({ body, depth }) => [body, depth])).toEqual([
    ['<p>Comment 71.</p>', 0],
    ['<p>Comment 72.</p>', 1],
  ]);
  const before = await tableHashes();
  await mirror();
  expect(unbatched(await tableHashes())).toEqual(unbatched(before));
});

test('types of plug-ins do not come by a feed, which is said, while its posts are imported', async () => {
  live.answers = ({ pathname, search }, response) =>
    (pathname.startsWith('/wp-json') || search.includes('rest_route')) && Boolean(response.writeHead(404).end());
  live.posts = [{ id: 121, slug: 'fed-alone' }];
  live.others = { recipe: [{ id: 122, slug: 'fed-soup' }] };
  const asked = {
    where: 'types',
    why: 'Feeds have posts alone: other types come by the REST API or an export.',
  };
  const preview = await mirror({ dryRun: true, options: { types: 'recipe=post' } });
  expect(preview.notes).toContainEqual(asked);
  const report = await mirror({ options: { types: 'recipe=post' } });
  expect(report.pulled).toMatchObject({ from: 'feed', posts: 1 });
  expect(report.created).toMatchObject({ posts: 1 });
  expect(report.notes).toContainEqual(asked);
  expect(await readDb.post.count({ where: { slug: 'fed-soup' } })).toBe(0);
  expect((await mirror()).notes).not.toContainEqual(asked);
});

test('what an export has brought is not changed by a feed, which does not say what changed', async () => {
  await importExport(...exported());
  const { body, title } = { ...(await postOf('both')), body: (await postOf('both')).bodyHtml };
  shown();
  live.answers = ({ pathname, search }, response) =>
    (pathname.startsWith('/wp-json') || search.includes('rest_route')) && Boolean(response.writeHead(404).end());
  expect((await mirror()).updated).toMatchObject({ posts: 0, comments: 0 });
  expect(await postOf('both')).toMatchObject({ bodyHtml: body, title });
});

test('a site without addresses in words is asked by its query', async () => {
  live.posts = [{ id: 111, slug: 'plain' }];
  live.answers = (url, response) => {
    const route = url.searchParams.get('rest_route');
    if (url.pathname.startsWith('/wp-json') && route === null) return Boolean(response.writeHead(404).end());
    if (route !== null) url.pathname = `/wp-json${route}`;
    return false;
  };
  expect((await mirror()).created).toMatchObject({ posts: 1, authors: 1 });
});

test('covers are found though they are older, and fetched when that is asked for', async () => {
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#225577' } })
    .png()
    .toBuffer();
  live.answers = ({ pathname }, response) => pathname.endsWith('.png') && Boolean(response.end(picture));
  live.media = [{ id: 9, file: '2014/05/pier.png', alt: 'The pier' }];
  live.posts = [{ id: 121, slug: 'covered', cover: 9 }];
  const report = await mirror({ fetchFiles: true });
  expect(report.created).toMatchObject({ posts: 1, media: 1 });
  expect(await postOf('covered')).toMatchObject({ coverAlt: 'The pier', coverId: expect.any(String) as string });
});
