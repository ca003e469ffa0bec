import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { countArchive } from '@/lib/posts/listing/archive-queries';
import { nextScheduledTime } from '@/lib/posts/publishing/schedule';
import { findPostPage, listPinnedPosts, outlineOf, type Scope } from '@/lib/posts/listing/listing-queries';
import { findNeighbours, findPublicPost, type Position } from '@/lib/posts/listing/queries';
import { publicWhere } from '@/lib/posts/visibility';
import { findAuthor, findMenu, findTag } from '@/lib/posts/listing/subject-queries';
import { listSitemap, outlineSitemap } from '@/lib/seo/queries';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';

const site: Scope = { kind: 'site' };
const ahead = () => new Date(Date.now() + 60 * 60_000);
const behind = () => new Date(Date.now() - 60 * 60_000);

beforeEach(async () => {
  await db.post.deleteMany();
  await db.tag.deleteMany();
});

/** What no reader may see, spread among what they may. */
async function createHidden(publishAt: Date) {
  await createPost({ status: 'draft', publishAt });
  await createPost({ status: 'private', publishAt });
  await createPost({ status: 'trashed', publishAt });
  await createPost({ type: 'page', publishAt });
  await createPost({ publishAt: ahead() });
  await createPost({ publishAt, unpublishAt: behind() });
}

/** Every post from newest to oldest, by the pages of the list. */
async function walkPages(perPage: number) {
  const outline = await outlineOf(site);
  const seen: string[] = [];
  for (let page = 1; page <= Math.ceil(outline.total / perPage); page += 1) {
    const found = await findPostPage(site, page, { outline, perPage });
    seen.push(...(found?.posts.map((post) => post.id) ?? []));
  }
  return seen;
}

async function walkNeighbours(from: Position, direction: 'previous' | 'next') {
  const seen = [from.id];
  let at: Position | null = from;
  while (at) {
    const found: Position | null = (await findNeighbours(at))[direction];
    if (found) seen.push(found.id);
    at = found;
  }
  return seen;
}

test('previous and next visit every public post exactly once, equal timestamps included', async () => {
  const moments = [10, 20, 20, 20, 30, 40, 40].map((minutes) => new Date(Date.now() - minutes * 60_000));
  const posts = [];
  for (const publishAt of moments) {
    posts.push(await createPost({ publishAt }));
    await createHidden(publishAt);
  }
  const newestFirst = posts
    .map((post) => ({ id: post.id, publishAt: post.publishAt! }))
    .sort((a, b) => b.publishAt.getTime() - a.publishAt.getTime() || (a.id < b.id ? 1 : -1));

  const ids = newestFirst.map((post) => post.id);
  expect(await walkNeighbours(newestFirst[0]!, 'previous')).toEqual(ids);
  expect(await walkNeighbours(newestFirst.at(-1)!, 'next')).toEqual(ids.toReversed());
  expect(await walkPages(3)).toEqual(ids);
});

test('a page past the end is not found', async () => {
  await createPost();
  const outline = await outlineOf(site);

  expect(await findPostPage(site, 2, { outline, perPage: 10 })).toBeNull();
  expect((await findPostPage(site, 1, { outline, perPage: 10 }))?.posts).toHaveLength(1);
});

test.each([
  ['a draft', { status: 'draft' }],
  ['a private post', { status: 'private' }],
  ['a post in the trash', { status: 'trashed' }],
  ['a scheduled post', { publishAt: new Date(Date.now() + 60_000) }],
  ['a post that has ended', { unpublishAt: new Date(Date.now() - 60_000) }],
])('%s has no page', async (_, state) => {
  const hidden = await createPost(state);

  expect(await findPublicPost(hidden.slug)).toBeNull();
});

test('a post is public from its publication time on', async () => {
  const publishAt = new Date('2026-11-23T08:41:00.000Z');
  await createPost({ publishAt });
  const at = (moment: Date) => db.post.count({ where: publicWhere(moment) });

  expect(await at(new Date(publishAt.getTime() - 1))).toBe(0);
  expect(await at(publishAt)).toBe(1);
});

test('the next due moment is the earliest of all that is planned', async () => {
  expect(await nextScheduledTime()).toBeNull();
  const soon = new Date(Date.now() + 120_000);
  await createPost({ publishAt: ahead() });
  await createPost({ unpublishAt: soon });
  await createPost({ status: 'draft', publishAt: new Date(Date.now() + 1000) });

  expect(await nextScheduledTime()).toBe(soon.getTime());
});

test('pinned posts stand on top while they are pinned and public', async () => {
  const first = await createPost({ pinnedAt: behind() });
  const second = await createPost({ pinnedAt: new Date(), pinnedUntil: ahead() });
  await createPost({ pinnedAt: new Date(), pinnedUntil: behind() });
  await createPost({ pinnedAt: new Date(), status: 'draft' });

  expect((await listPinnedPosts()).map((post) => post.id)).toEqual([second.id, first.id]);
  expect((await outlineOf(site, [first.id, second.id])).total).toBe(1);
});

test('the archive counts every month on the site’s calendar', async () => {
  await createPost({ publishAt: new Date('2025-12-31T23:30:00Z') });
  await createPost({ publishAt: new Date('2025-12-31T12:00:00Z') });
  await createPost({ publishAt: new Date('2012-03-05T12:00:00Z') });
  await createHidden(new Date('2014-01-01T12:00:00Z'));

  expect(await countArchive('Europe/Vienna')).toEqual([
    { year: 2026, count: 1, months: [{ month: 1, count: 1 }] },
    { year: 2025, count: 1, months: [{ month: 12, count: 1 }] },
    { year: 2012, count: 1, months: [{ month: 3, count: 1 }] },
  ]);
});

test('a tag and an author list what is theirs, co-authors too; readers have no page', async () => {
  const [ada, til, reader] = [await createUser(), await createUser(), await createUser()];
  const tag = await db.tag.create({
    data: { id: newId(), slug: 'harbour', name: 'Harbour', createdAt: new Date() },
  });
  const post = await createPost();
  const other = await createPost();
  await db.postTag.create({ data: { postId: post.id, tagId: tag.id, position: 0 } });
  for (const [position, user] of [ada, til].entries()) {
    await db.postAuthor.create({ data: { postId: post.id, userId: user.id, position } });
  }
  await createPost({ type: 'page', title: 'About', menuOrder: 1 });

  const listed = async (scope: Scope) =>
    (await findPostPage(scope, 1, { outline: await outlineOf(scope), perPage: 10 }))?.posts.map((each) => each.id);
  expect(await listed({ kind: 'tag', tagId: tag.id })).toEqual([post.id]);
  expect(await listed({ kind: 'author', userId: til.id })).toEqual([post.id]);
  expect(await listed(site)).toContain(other.id);
  expect((await findAuthor(til.slug))?.name).toBe(til.name);
  expect(await findAuthor(reader.slug)).toBeNull();
  expect(await findMenu(6)).toMatchObject({ sections: [{ slug: 'harbour' }], pages: [{ title: 'About' }] });
});

test('the list of a tag follows its posts when they become visible or hidden', async () => {
  const tag = await db.tag.create({ data: { id: newId(), slug: 'quay', name: 'Quay', createdAt: new Date() } });
  const scope: Scope = { kind: 'tag', tagId: tag.id };
  const post = await createPost({ status: 'draft' });
  await db.postTag.create({ data: { postId: post.id, tagId: tag.id, position: 0 } });
  const isListed = async () => (await outlineOf(scope)).total === 1;
  const move = (data: Prisma.PostUncheckedUpdateInput) => db.post.update({ where: { id: post.id }, data });
  expect(await isListed()).toBe(false);

  await move({ status: 'published' });
  expect(await isListed()).toBe(true);
  await move({ publishAt: ahead() });
  expect(await isListed()).toBe(false);
  await move({ publishAt: behind(), unpublishAt: behind() });
  expect(await isListed()).toBe(false);
  await move({ unpublishAt: null });
  expect(await isListed()).toBe(true);
  await move({ type: 'page' });
  expect(await isListed()).toBe(false);
});

test('pages of a list of hundreds meet without a gap, at every stride', async () => {
  const rows = Array.from({ length: 230 }, (_, at) => ({ publishAt: new Date(Date.now() - 60_000 - (at >> 1)) }));
  for (const row of rows) await createPost(row);

  const seen = await walkPages(7);
  expect(seen).toHaveLength(230);
  expect(new Set(seen).size).toBe(230);
});

test('a sitemap holds what is public, indexable and here', async () => {
  const post = await createPost({ slug: 'late-tide', contentUpdatedAt: new Date('2026-01-02T03:04:05Z') });
  await createPost({ noindex: true });
  await createPost({ canonicalUrl: 'https://first.example/x' });
  await createHidden(behind());

  const outline = await outlineSitemap();
  expect(outline).toMatchObject({ posts: { total: 1 }, pages: { total: 1 } });
  expect(await listSitemap({ kind: 'posts', part: 1, outline }, 'https://quay.example')).toEqual([
    { url: 'https://quay.example/late-tide', changedAt: post.publishAt, images: [] },
  ]);
});

test('the parts of a sitemap hold every entry once, oldest first, equal moments included', async () => {
  const moment = behind();
  const user = await createUser();
  for (let at = 0; at < 10; at += 1) {
    const post = await createPost({ slug: `part-${at}`, publishAt: at < 6 ? moment : new Date(moment.getTime() + at) });
    const tag = { id: newId(), slug: `part-${at}`, name: `Part ${at}`, createdAt: moment };
    await db.tag.create({ data: tag });
    await db.postTag.create({ data: { postId: post.id, tagId: tag.id, position: 0 } });
    await db.postAuthor.create({ data: { postId: post.id, userId: user.id, position: 0 } });
  }
  const outline = await outlineSitemap(4);
  const partOf = (kind: 'posts' | 'tags' | 'authors', part: number) =>
    listSitemap({ kind, part, outline }, 'https://quay.example', 4);

  expect(outline).toMatchObject({ posts: { total: 10 }, tags: { total: 10 }, authors: { total: 1 } });
  for (const kind of ['posts', 'tags'] as const) {
    const parts = await Promise.all([1, 2, 3, 4].map((part) => partOf(kind, part)));
    expect(parts.map((part) => part.length)).toEqual([4, 4, 2, 0]);
    expect(new Set(parts.flat().map(({ url }) => url)).size).toBe(10);
  }
  const moments = (await Promise.all([1, 2, 3].map((part) => partOf('posts', part)))).flat();
  expect(moments.at(-1)?.url).toBe('https://quay.example/part-9');
  expect(await partOf('authors', 1)).toHaveLength(1);
  expect(await partOf('authors', 2)).toEqual([]);
});

test('a tag that only hidden posts have is not shown until one of them is published', async () => {
  const [hidden, open] = await Promise.all(
    ['layoffs', 'harbour'].map((slug) =>
      db.tag.create({ data: { id: newId(), slug, name: slug, createdAt: new Date() } }),
    ),
  );
  const tagged = async (tagId: string, state: Parameters<typeof createPost>[0]) => {
    const post = await createPost({ publishAt: behind(), ...state });
    await db.postTag.create({ data: { tagId, postId: post.id, position: 0 } });
    return post;
  };
  const draft = await tagged(hidden!.id, { status: 'draft' });
  await tagged(hidden!.id, { status: 'private' });
  await tagged(hidden!.id, { status: 'trashed' });
  await tagged(hidden!.id, { publishAt: ahead() });
  await tagged(hidden!.id, { unpublishAt: behind() });
  await tagged(open!.id, {});

  expect(await findTag('layoffs')).toBeNull();
  expect(await findTag('harbour')).toMatchObject({ name: 'harbour' });
  await db.post.update({ where: { id: draft.id }, data: { status: 'published' } });
  expect(await findTag('layoffs')).toMatchObject({ id: hidden!.id });
});
