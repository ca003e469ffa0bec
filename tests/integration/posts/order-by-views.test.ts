import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { backUp } from '@/lib/backup/backing-up';
import { restoreBackup } from '@/lib/backup/restoring';
import { db, readDb } from '@/lib/database/db';
import { undoImport } from '@/lib/import/running/undoing';
import { newId } from '@/lib/platform/ids';
import { listPosts, type PostFilter } from '@/lib/post-lists/admin-queries';
import { deletePost, restorePost, trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { apply } from '@/lib/statistics/counting';
import { emptyTally } from '@/lib/statistics/tally';
import { importWordPress } from '../../factories/imports';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';
import { wxr, wxrFile, wxrItem } from '../../factories/wxr';

let editor: Actor;

beforeEach(async () => {
  await db.readerStatistic.deleteMany();
  await db.post.deleteMany();
  editor = await actorWith('owner');
});

/** Counts views as they are counted of a journal: with a row of the day, one of the referrer and the sum. */
async function view(postId: string, count: number) {
  const tally = emptyTally();
  const rows = [
    { period: 'day', dimension: 'post', bucket: '2026-11-20', value: postId, count },
    { period: 'total', dimension: 'post', bucket: '', value: postId, count },
    { period: 'total', dimension: 'kind', bucket: '', value: postId, count: 1_000 },
  ];
  for (const row of rows) tally.readers.set(`${row.period} ${row.dimension}`, row);
  await apply(newId(), tally);
}

async function viewed(title: string, count: number, more: Parameters<typeof createPost>[0] = {}) {
  const post = await createPost({ title, ...more });
  if (count > 0) await view(post.id, count);
  return post;
}

async function byViews(filter: Partial<PostFilter> = {}) {
  const { posts } = await listPosts(editor, { type: 'post', sort: 'views', ...filter });
  return posts.map(({ title, viewCount }) => `${title} ${viewCount}`);
}

test('posts are listed by their views, those without any at the end, and the other way round', async () => {
  const ropes = await viewed('Ropes', 5);
  await viewed('Fog', 9);
  await viewed('Unread', 0);
  await viewed('About', 20, { type: 'page' });
  expect(await byViews()).toEqual(['Fog 9', 'Ropes 5', 'Unread 0']);
  expect(await byViews({ sort: 'views-asc' })).toEqual(['Unread 0', 'Ropes 5', 'Fog 9']);
  expect(await byViews({ type: 'page' })).toEqual(['About 20']);

  await view(ropes.id, 7);
  expect(await byViews()).toEqual(['Ropes 12', 'Fog 9', 'Unread 0']);
});

test('the order is of the posts of a state, a search, an author or a tag as well', async () => {
  const author = await actorWith('author');
  const own = { authors: { create: { userId: author.id, position: 0 } } };
  const ropes = await viewed('Ropes', 5, own);
  await viewed('Ropes again', 6, { ...own, status: 'draft' });
  await viewed('Fog', 9);
  expect(await byViews({ state: 'Published' })).toEqual(['Fog 9', 'Ropes 5']);
  expect(await byViews({ state: 'Draft' })).toEqual(['Ropes again 6']);
  expect(await byViews({ authorId: author.id })).toEqual(['Ropes again 6', 'Ropes 5']);
  expect(await byViews({ query: ropes.slug })).toEqual(['Ropes 5']);
  const { posts } = await listPosts(author, { type: 'post', sort: 'views-asc' });
  expect(posts.map(({ title }) => title)).toEqual(['Ropes', 'Ropes again']);
});

test('a post keeps its views in the trash, is listed by them again when restored, and takes none along when deleted', async () => {
  const ropes = await viewed('Ropes', 5);
  await viewed('Fog', 9);
  await trashPost(editor, ropes);
  expect(await byViews()).toEqual(['Fog 9']);
  expect(await byViews({ state: 'Trash' })).toEqual(['Ropes 5']);
  await view(ropes.id, 6);

  await restorePost(editor, ropes);
  expect(await byViews()).toEqual(['Ropes 11', 'Fog 9']);
  await unpublishPost(editor, ropes);
  expect(await byViews({ state: 'Draft' })).toEqual(['Ropes 11']);

  await trashPost(editor, ropes);
  await deletePost(editor, ropes);
  expect(await byViews()).toEqual(['Fog 9']);
  expect(await readDb.postViewCount.count()).toBe(1);
  await createPost({ id: ropes.id, title: 'Ropes' });
  expect(await byViews()).toEqual(['Ropes 11', 'Fog 9']);
  await db.readerStatistic.deleteMany({ where: { value: ropes.id } });
  expect(await byViews()).toEqual(['Fog 9', 'Ropes 0']);
});

test('an import that is undone leaves the order of the others', async () => {
  await viewed('Fog', 9);
  const file = wxrFile(wxr(wxrItem({ id: '7', name: 'imported' })));
  const { batch } = await importWordPress('operator', { files: [file], oldUrl: null, dryRun: false });
  const { id, title } = await readDb.post.findUniqueOrThrow({ where: { slug: 'imported' } });
  await view(id, 12);
  expect(await byViews()).toEqual([`${title} 12`, 'Fog 9']);

  await undoImport('operator', batch!);
  expect(await byViews()).toEqual(['Fog 9']);
});

test('a restored backup has the order of its own statistics', async () => {
  const ropes = await viewed('Ropes', 5);
  await viewed('Fog', 9);
  await viewed('Unread', 0);
  const file = join(mkdtempSync(join(tmpdir(), 'masthead-views-')), 'site.tar.gz');
  await backUp({ file, withSecrets: false });
  await view(ropes.id, 50);
  await viewed('Since', 70);

  await restoreBackup({ file, replace: true });
  expect(await byViews()).toEqual(['Fog 9', 'Ropes 5', 'Unread 0']);
  await view(ropes.id, 5);
  expect(await byViews()).toEqual(['Ropes 10', 'Fog 9', 'Unread 0']);
});
