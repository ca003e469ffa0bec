import { expect, test } from 'vitest';
import { cacheTags } from '@/lib/caching/cache-tags';
import { db, readDb } from '@/lib/database/db';
import { findListedSeries, listParts, listSeries, listSeriesTitles } from '@/lib/post-lists/series-queries';
import { getEditable, restoreRevision, saveDraft } from '@/lib/posts/editing/drafting';
import { duplicatePost } from '@/lib/posts/editing/duplicating';
import { findSeries, findSeriesParts } from '@/lib/posts/listing/series-queries';
import { quickEdit } from '@/lib/posts/publishing/quick-editing';
import { trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { createSeries, deleteSeries, describeSeries, movePart, renameSeries } from '@/lib/posts/series/series-changes';
import { restoreSeries } from '@/lib/posts/series/series-undo';
import { createPost } from '../../factories/posts';
import { changePublished, publishedPost, savedDraft } from '../../factories/published-posts';
import { createSeries as insertSeries } from '../../factories/series';
import { findRedirect } from '../../factories/imports';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const titlesIn = async (id: string) => (await findSeriesParts(id))?.parts.map(({ title }) => title);
const seriesOf = async (postId: string) =>
  (await readDb.post.findUniqueOrThrow({ where: { id: postId }, select: { seriesId: true } })).seriesId ?? '';

test('a post joins the end of a series that is found however its title is written, and leaves it', async () => {
  const author = await actorWith('author');
  const one = await publishedPost(author, { title: 'One', series: 'Rope Work' });
  const two = await publishedPost(author, { title: 'Two', series: 'rope-work' });
  const id = await seriesOf(one.id);

  expect(await seriesOf(two.id)).toBe(id);
  expect(await titlesIn(id)).toEqual(['One', 'Two']);
  expect((await getEditable(author, two.id)).fields.series).toBe('Rope Work');

  await changePublished(author, one.id, { subtitle: 'Again' });
  expect(await titlesIn(id)).toEqual(['One', 'Two']);
  await changePublished(author, one.id, { series: '' });
  expect(await titlesIn(id)).toEqual(['Two']);
  await changePublished(author, one.id, { series: 'Rope Work' });
  expect(await titlesIn(id)).toEqual(['Two', 'One']);
});

test('a published post changes its series when that is published, and an earlier version brings the former one back', async () => {
  const author = await actorWith('author');
  const post = await publishedPost(author, { title: 'One', series: 'Sails' });
  const { version } = await getEditable(author, post.id);
  await saveDraft(author, { id: post.id, version, fields: { series: 'Masts' } });

  expect((await readDb.series.findFirst({ where: { title: 'Masts' } }))?.id).toBeUndefined();
  await changePublished(author, post.id, {});
  expect((await getEditable(author, post.id)).fields.series).toBe('Masts');

  const first = await readDb.postRevision.findFirstOrThrow({ where: { postId: post.id }, orderBy: { id: 'asc' } });
  await restoreRevision(author, { id: post.id, revisionId: first.id });
  expect((await getEditable(author, post.id)).fields.series).toBe('Sails');
});

test('pages are in no series, and a title that is too long is refused', async () => {
  const editor = await actorWith('editor');
  const page = await savedDraft(editor, { series: 'Harbours' }, 'page');

  expect((await getEditable(editor, page.id)).fields.series).toBe('');
  await expect(savedDraft(editor, { series: 'x'.repeat(121) })).rejects.toThrow('at most 120 characters');
});

test('readers count the published parts in the order of the owner, and learn when time changes them', async () => {
  const later = new Date(Date.now() + 3_600_000);
  const ids = await Promise.all(
    [{}, { status: 'draft' }, { publishAt: later }, {}, { status: 'trashed' }].map((more, at) =>
      createPost({ title: `Part ${at}`, ...more }),
    ),
  );
  const { id, slug } = await insertSeries(ids.map((post) => post.id).toReversed());

  expect(await findSeriesParts(id)).toMatchObject({
    parts: [{ title: 'Part 3' }, { title: 'Part 0' }],
    until: later.getTime(),
  });
  expect(await findSeries(slug)).toMatchObject({ id });
  const empty = await insertSeries([ids[1]!.id], 'Drafts');
  expect(await findSeries(empty.slug)).toBeNull();
});

test('parts move past the one beside them or to where they are dropped; those in the trash keep their places', async () => {
  const editor = await actorWith('editor');
  const posts = await Promise.all(
    ['A', 'gone', 'B', 'C'].map((title) => createPost({ title, status: title === 'gone' ? 'trashed' : 'published' })),
  );
  const [a, gone, b, c] = posts.map(({ id }) => id);
  const { id } = await insertSeries([a!, gone!, b!, c!]);
  const before = await readDb.post.findMany({ where: { seriesId: id }, select: { id: true, updatedAt: true } });
  const order = async () => (await listParts(editor, id)).map(({ title }) => title).join('');

  expect(await movePart(editor, id, { id: c!, way: 'up' })).toEqual({ title: 'C', standing: 2, of: 3 });
  expect(await order()).toBe('ACB');
  await movePart(editor, id, { id: a!, target: b!, side: 'after' });
  expect(await order()).toBe('CBA');
  await expect(movePart(editor, id, { id: a!, way: 'down' })).rejects.toThrow('It is the last part already.');
  await expect(movePart(editor, id, { id: gone!, way: 'up' })).rejects.toThrow('not in the series any more');
  await expect(movePart(await actorWith('author'), id, { id: a!, way: 'up' })).rejects.toMatchObject({
    code: 'forbidden',
  });

  const rows = await readDb.post.findMany({ where: { seriesId: id }, orderBy: { seriesPosition: 'asc' } });
  expect(rows.map(({ title }) => title)).toEqual(['C', 'gone', 'B', 'A']);
  expect(rows.map((row) => row.updatedAt)).toEqual(
    rows.map((row) => before.find((one) => one.id === row.id)?.updatedAt),
  );
});

test('a renamed series is found at its former address and by its former title', async () => {
  const editor = await actorWith('editor');
  const post = await publishedPost(editor, { title: 'One', series: 'Old boats' });
  const id = await seriesOf(post.id);
  await renameSeries(editor, { id, title: 'Wooden boats' });
  await renameSeries(editor, { id, title: 'Wooden boats', slug: 'boats-of-wood' });

  for (const former of ['old-boats', 'wooden-boats']) {
    expect((await findRedirect(`/series/${former}`)).move).toEqual({ to: '/series/boats-of-wood', status: 301 });
    const feed = await findRedirect(`/series/${former}/feed.xml`);
    expect(feed.move?.to).toBe('/series/boats-of-wood/feed.xml');
  }
  const other = await publishedPost(editor, { title: 'Two', series: 'Old boats' });
  expect(await seriesOf(other.id)).toBe(id);
  const { id: secondId } = await createSeries(editor, { title: 'Old boats' });
  expect((await findListedSeries(editor, secondId))?.slug).toBe('old-boats-2');
});

test('titles and slugs that are taken or unusable are refused at their fields', async () => {
  const editor = await actorWith('editor');
  const { id } = await createSeries(editor, { title: 'Winds' });
  await createSeries(editor, { title: 'Waves' });

  await expect(createSeries(editor, { title: 'WINDS' })).rejects.toThrow('There is a series “Winds” already.');
  await expect(createSeries(editor, { title: ' ' })).rejects.toThrow('A series needs a title');
  await expect(renameSeries(editor, { id, title: 'Waves' })).rejects.toMatchObject({ fields: { title: /Waves/ } });
  await expect(renameSeries(editor, { id, title: 'Winds', slug: 'waves' })).rejects.toMatchObject({
    fields: { slug: 'The series “Waves” has this URL slug.' },
  });
  await expect(renameSeries(editor, { id, title: 'Winds', slug: 'A b' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(describeSeries(editor, { id, description: 'x'.repeat(1_001) })).rejects.toThrow('at most 1,000');
  await expect(createSeries(await actorWith('author'), { title: 'Mine' })).rejects.toMatchObject({ code: 'forbidden' });
});

test('deleting a series leaves its posts, and is undone with its order, description and former address', async () => {
  const editor = await actorWith('editor');
  const one = await publishedPost(editor, { title: 'One', series: 'Lights' });
  const two = await publishedPost(editor, { title: 'Two', series: 'Lights' });
  const moved = await publishedPost(editor, { title: 'Moved', series: 'Lights' });
  const id = await seriesOf(one.id);
  await describeSeries(editor, { id, description: 'Along the coast.' });
  await movePart(editor, id, { id: two.id, way: 'up' });
  await renameSeries(editor, { id, title: 'Lighthouses' });

  const { undo } = await deleteSeries(editor, id);
  expect(await findListedSeries(editor, id)).toBeNull();
  expect((await getEditable(editor, one.id)).fields.series).toBe('');
  expect((await findRedirect('/series/lights')).move).toBeNull();
  await changePublished(editor, moved.id, { series: 'Elsewhere' });

  await restoreSeries(editor, undo);
  expect(await titlesIn(id)).toEqual(['Two', 'One']);
  expect((await findListedSeries(editor, id))?.description).toBe('Along the coast.');
  expect((await findRedirect('/series/lights')).move?.to).toBe('/series/lighthouses');
  await expect(restoreSeries(editor, undo)).rejects.toThrow('This can no longer be undone.');
});

test('a copy is the last part, and a quick edit leaves the series alone', async () => {
  const editor = await actorWith('editor');
  const one = await publishedPost(editor, { title: 'One', series: 'Pilots' });
  await publishedPost(editor, { title: 'Two', series: 'Pilots' });
  const copy = await duplicatePost(editor, one.id, (title) => `Copy of ${title}`);
  const { version } = await getEditable(editor, one.id);
  await quickEdit(editor, { id: one.id, version, fields: { title: 'First' }, publishAt: null });

  const parts = await listParts(editor, await seriesOf(one.id));
  expect(parts.map(({ id, state }) => [id === copy.id, state])).toEqual([
    [false, 'Published'],
    [false, 'Published'],
    [true, 'Draft'],
  ]);
  expect(parts[0]?.title).toBe('First');
});

test('whatever changes a part makes its series stale, and so do the order and the title', async () => {
  const editor = await actorWith('editor');
  const one = await publishedPost(editor, { title: 'One', series: 'Buoys' });
  const two = await publishedPost(editor, { title: 'Two', series: 'Buoys' });
  const id = await seriesOf(one.id);
  const stale = [cacheTags.series(id)];
  const tagsOf = async (work: () => Promise<unknown>) => (await madeStaleBy(work)).tags;
  const has = (tags: string[]) => expect.arrayContaining(tags) as unknown;

  expect(await tagsOf(() => changePublished(editor, one.id, { title: 'First' }))).toEqual(has(stale));
  expect(await tagsOf(() => movePart(editor, id, { id: one.id, way: 'down' }))).toEqual(stale);
  expect(await tagsOf(() => describeSeries(editor, { id, description: 'Red.' }))).toEqual(stale);
  expect(await tagsOf(() => renameSeries(editor, { id, title: 'Beacons' }))).toEqual(
    has([...stale, cacheTags.menu, cacheTags.list, cacheTags.address('/series/buoys')]),
  );
  expect(await tagsOf(() => changePublished(editor, two.id, { series: '' }))).toEqual(has(stale));
  expect(await tagsOf(() => unpublishPost(editor, one))).toEqual(has(stale));
  expect(await tagsOf(() => trashPost(editor, one))).toEqual(has(stale));
  expect(await tagsOf(() => deleteSeries(editor, id))).toEqual(has([...stale, cacheTags.menu]));
});

test('the list is searched by a part of the title, sorted and counted; authors are offered those of posts they may read', async () => {
  const [editor, author] = [await actorWith('editor'), await actorWith('author')];
  const mine = await publishedPost(author, { title: 'Mine', series: 'Éclairs of the sea' });
  await createSeries(editor, { title: 'Another of the sea' });
  const find = async (search: string, sort: 'newest' | null = null) =>
    (await listSeries(editor, { search, after: '', sort })).series.map(({ title, postCount }) => [title, postCount]);

  expect(await find('eclair')).toEqual([['Éclairs of the sea', 1]]);
  const both = [
    ['Another of the sea', 0],
    ['Éclairs of the sea', 1],
  ];
  expect(await find('of the sea')).toEqual(both);
  expect(await find('of the sea', 'newest')).toEqual(both);
  await db.series.update({ where: { id: await seriesOf(mine.id) }, data: { id: 'zzz' } });
  expect(await find('of the sea', 'newest')).toEqual(both.toReversed());
  const offered = await listSeriesTitles(author);
  expect(offered).toContain('Éclairs of the sea');
  expect(offered).not.toContain('Another of the sea');
  expect(await listSeriesTitles(editor)).toContain('Another of the sea');
});
