import { describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { cacheTags } from '@/lib/caching/cache-tags';
import { readDb, db } from '@/lib/database/db';
import { listPosts } from '@/lib/post-lists/admin-queries';
import { postStates } from '@/lib/posts/post';
import { isSortable, orderOf, postSorts, type PostSort } from '@/lib/posts/post-sorts';
import { runBulk } from '@/lib/posts/publishing/bulk';
import { createDraft, getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import {
  createPreviewLink,
  findPreview,
  listPreviewLinks,
  revokePreviewLinks,
} from '@/lib/posts/previews/preview-links';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { RENDER_VERSION } from '@/lib/posts/rendering/rendering';
import { rerenderPosts } from '@/lib/posts/rendering/rerendering';
import { createPost } from '../../factories/posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

async function draft(actor: Actor, title: string, tags: string[] = []) {
  const { id, version } = await createDraft(actor, { type: 'post' });
  return { id, version: (await saveDraft(actor, { id, version, fields: { title, tags } })).version };
}

const titles = (list: Awaited<ReturnType<typeof listPosts>>) => list.posts.map(({ title }) => title);

test('an author sees their own posts, an editor all, with the number per status', async () => {
  const [author, editor] = [await actorWith('author'), await actorWith('editor')];
  const one = await draft(author, 'Oysters');
  await publishPost(author, one);
  await publishPost(author, { ...(await draft(author, 'Mussels')), publishAt: new Date(Date.now() + 3_600_000) });
  await draft(author, 'Cockles');
  await draft(editor, 'Whelks');

  const own = await listPosts(author, { type: 'post' });
  expect(titles(own).sort()).toEqual(['Cockles', 'Mussels', 'Oysters']);
  expect(own.counts).toMatchObject({ Draft: 1, Scheduled: 1, Published: 1, Expired: 0, Private: 0, Trash: 0, all: 3 });

  const every = await listPosts(editor, { type: 'post', authorId: author.id, state: 'Published' });
  expect(titles(every)).toEqual(['Oysters']);
  expect(titles(await listPosts(editor, { type: 'post', query: 'wHeLk' }))).toEqual(['Whelks']);
});

test('a list of many is read to its end, each post once, equal times included', async () => {
  const author = await actorWith('author');
  const updatedAt = new Date('2026-01-01T00:00:00Z');
  const made: string[] = [];
  for (let n = 0; n < 120; n += 1) {
    const { id } = await createPost({
      status: 'draft',
      updatedAt,
      authors: { create: { userId: author.id, position: 0 } },
    });
    made.push(id);
  }

  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listPosts(author, { type: 'post', cursor });
    seen.push(...page.posts.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);

  expect(seen.sort()).toEqual(made.sort());
});

describe('a list by a column', () => {
  const states = ['draft', 'review', 'published', 'private'] as const;

  /** As many as fill two pages, with equal titles, dates and counts, and with some that have no date. */
  async function many() {
    const actor = await actorWith('author');
    for (let n = 0; n < 60; n += 1) {
      const status = states[n % 4]!;
      const { id } = await createPost({
        title: `Post ${n % 7}`,
        status,
        publishAt: status === 'draft' || status === 'review' ? null : new Date(Date.UTC(2026, 0, 1 + (n % 5))),
        commentCount: n % 6,
        authors: { create: { userId: actor.id, position: 0 } },
      });
      const total = { period: 'total', dimension: 'post', bucket: '', value: id };
      if (n % 8 > 0) await db.readerStatistic.create({ data: { ...total, count: n % 8 } });
    }
    return actor;
  }

  async function readAll(actor: Actor, sort: PostSort) {
    const pages = [];
    for (let cursor: string | null = ''; cursor !== null && pages.length < 5;) {
      const page: Awaited<ReturnType<typeof listPosts>> = await listPosts(actor, { type: 'post', sort, cursor });
      pages.push(page.posts);
      cursor = page.nextCursor;
    }
    expect(pages).toHaveLength(2);
    return pages.flat();
  }

  test('is read to its end in its order, each post once', async () => {
    const actor = await many();
    const orderIn: Record<PostSort, (post: Awaited<ReturnType<typeof readAll>>[number]) => string | number> = {
      title: ({ title }) => title,
      'title-asc': ({ title }) => title,
      status: ({ state }) => -postStates.indexOf(state),
      'status-asc': ({ state }) => -postStates.indexOf(state),
      published: ({ publishAt }) => publishAt?.getTime() ?? -1,
      'published-asc': ({ publishAt }) => publishAt?.getTime() ?? Number.MAX_VALUE,
      updated: ({ updatedAt }) => updatedAt.getTime(),
      'updated-asc': ({ updatedAt }) => updatedAt.getTime(),
      comments: ({ commentCount }) => commentCount,
      'comments-asc': ({ commentCount }) => commentCount,
      views: ({ viewCount }) => viewCount,
      'views-asc': ({ viewCount }) => viewCount,
    };
    for (const sort of postSorts) {
      const posts = await readAll(actor, sort);
      expect(new Set(posts.map(({ id }) => id)).size).toBe(60);
      const keys = posts.map(orderIn[sort]);
      const isRising = sort.endsWith('-asc') !== sort.startsWith('status');
      const inOrder = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect({ sort, keys }).toEqual({ sort, keys: isRising ? inOrder : inOrder.toReversed() });
    }
  });

  test('begins at the start where the page before is unknown', async () => {
    const actor = await many();
    for (const cursor of ['9.x', '0', '0.nobody', '0.nobody.x', '-1.a.1', '0.a.99999999999999999']) {
      const { posts } = await listPosts(actor, { type: 'post', sort: 'title-asc', cursor });
      expect({ cursor, count: posts.length }).toEqual({ cursor, count: 50 });
    }
  });

  test('has no order by title where the status depends on the time, nor one by status within a status', async () => {
    expect(isSortable('title', 'Scheduled')).toBe(false);
    expect(isSortable('comments', 'Expired')).toBe(false);
    expect(isSortable('views', 'Scheduled')).toBe(false);
    expect(isSortable('status', 'Draft')).toBe(false);
    expect(orderOf('Draft', 'status')).toEqual(orderOf('Draft', null));
  });
});

test.each(['reader', 'moderator', 'ads'] as const)('a %s lists nothing', async (role) => {
  const actor = await actorWith(role);

  await expect(async () => listPosts(actor, { type: 'post' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(runBulk(actor, { action: 'trash', targets: [] })).rejects.toMatchObject({ code: 'forbidden' });
});

test('many posts are moved at once, what fails is named, and all of it can be taken back', async () => {
  const [author, editor] = [await actorWith('author'), await actorWith('editor')];
  const own = [await draft(author, 'One'), await draft(author, 'Two')];
  const foreign = await draft(editor, 'Not theirs');

  const targets = [...own, foreign];
  const { result, tags } = await madeStaleBy(() => runBulk(author, { action: 'trash', targets }));

  expect(result.done).toEqual(own.map(({ id }) => id));
  expect(result.failed).toEqual([{ id: foreign.id, why: expect.any(String) }]);
  expect(result.undo).toEqual({ action: 'restore', targets: own.map(({ id }) => ({ id })) });
  expect(tags).toEqual(expect.arrayContaining(own.map(({ id }) => cacheTags.post(id))));
  expect(tags.filter((tag) => tag === cacheTags.list)).toHaveLength(1);

  await runBulk(author, result.undo!);
  expect(await readDb.post.count({ where: { id: { in: result.done }, status: 'draft' } })).toBe(2);
});

test('undoing an unpublish restores the schedule, and published posts to their date', async () => {
  const author = await actorWith('author');
  const publishAt = new Date(Date.now() + 86_400_000);
  const waiting = await publishPost(author, { ...(await draft(author, 'Waiting')), publishAt });
  const out = await publishPost(author, await draft(author, 'Out'));
  const before = await readDb.post.findUniqueOrThrow({ where: { id: out.id }, select: { publishAt: true } });

  const result = await runBulk(author, { action: 'unpublish', targets: [waiting, out].map(({ id }) => ({ id })) });
  expect(await getEditable(author, waiting.id)).toMatchObject({ state: 'Draft', publishAt: null });
  await runBulk(author, result.undo!);

  expect(await getEditable(author, waiting.id)).toMatchObject({ state: 'Scheduled', publishAt });
  expect(await getEditable(author, out.id)).toMatchObject({ state: 'Published', publishAt: before.publishAt });
});

test('many posts get a tag at once and lose it again, for readers and in the change that waits', async () => {
  const author = await actorWith('author');
  const plain = await draft(author, 'Plain');
  const had = await draft(author, 'Had it', ['Dinghies']);
  const live = await publishPost(author, await draft(author, 'Published', ['Nets']));
  await saveDraft(author, { id: live.id, version: live.version, fields: { title: 'Changed', tags: ['Nets', 'Tar'] } });
  const targets = [plain, had, live].map(({ id }) => ({ id }));

  const { result, tags } = await madeStaleBy(() => runBulk(author, { action: 'tag', targets, tag: 'dinghies' }));
  expect(result.done).toEqual([plain.id, live.id]);
  expect(result.failed).toEqual([{ id: had.id, why: 'It has this tag already.' }]);
  expect(await tagsOf(live.id)).toEqual(['Nets', 'Dinghies']);
  expect(await getEditable(author, live.id)).toMatchObject({
    hasPendingChange: true,
    fields: { title: 'Changed', tags: ['Nets', 'Tar', 'dinghies'] },
  });
  expect(tags).toContain(cacheTags.post(live.id));

  await runBulk(author, { ...result.undo!, tag: 'dinghies' });
  expect([await tagsOf(plain.id), await tagsOf(had.id), await tagsOf(live.id)]).toEqual([[], ['Dinghies'], ['Nets']]);
  expect((await getEditable(author, live.id)).fields.tags).toEqual(['Nets', 'Tar']);

  const nothing = await runBulk(author, { action: 'tag', targets: [plain], tag: ' ' });
  expect(nothing.failed[0]?.why).toMatch(/Enter a tag/);
  const foreign = await runBulk(await actorWith('author'), { action: 'tag', targets: [plain], tag: 'Mine' });
  expect(foreign.done).toEqual([]);
});

test('a pin ends at its moment, and only who decides over all posts sets it', async () => {
  const [author, editor] = [await actorWith('author'), await actorWith('editor')];
  const { id, version } = await draft(author, 'Pinned');
  const pinnedUntil = new Date(Date.now() + 86_400_000).toISOString();
  const tried = await saveDraft(author, { id, version, fields: { pinned: true, pinnedUntil } });
  expect((await getEditable(author, id)).fields).toMatchObject({ pinned: false, pinnedUntil: '' });

  await saveDraft(editor, { id, version: tried.version, fields: { pinned: true, pinnedUntil } });
  expect((await getEditable(author, id)).fields).toMatchObject({ pinned: true, pinnedUntil });
  const { version: next } = await getEditable(editor, id);
  await expect(saveDraft(editor, { id, version: next, fields: { pinnedUntil: 'soon' } })).rejects.toMatchObject({
    fields: { pinnedUntil: 'Enter a valid date.' },
  });
  await saveDraft(editor, { id, version: next, fields: { pinned: false } });
  expect(await readDb.post.findUnique({ where: { id }, select: { pinnedUntil: true } })).toEqual({ pinnedUntil: null });
});

async function tagsOf(postId: string) {
  const rows = await readDb.postTag.findMany({
    where: { postId },
    orderBy: { position: 'asc' },
    select: { tag: { select: { name: true } } },
  });
  return rows.map(({ tag }) => tag.name);
}

test('a preview link shows the newest text until it is revoked, expires, or the post is in the trash', async () => {
  const author = await actorWith('author');
  const { id, version } = await publishPost(author, await draft(author, 'Public title'));
  await saveDraft(author, { id, version, fields: { title: 'Secret title', bodyHtml: '<h2>Now</h2>' } });

  const { secret } = await createPreviewLink(author, id);

  expect(await readDb.previewLink.count({ where: { hash: secret } })).toBe(0);
  expect(await findPreview(secret)).toMatchObject({
    state: 'Published',
    post: { id, title: 'Secret title', renderedHtml: '<h2 id="now">Now</h2>', authors: [{ id: author.id }] },
  });
  expect(await findPreview(`${secret.slice(1)}x`)).toBeNull();
  expect(await findPreview('')).toBeNull();

  await revokePreviewLinks(author, id);
  expect(await findPreview(secret)).toBeNull();
  expect(await listPreviewLinks(author, id)).toEqual([]);

  const next = await createPreviewLink(author, id);
  await db.previewLink.update({ where: { id: next.id }, data: { expiresAt: new Date() } });
  expect(await findPreview(next.secret)).toBeNull();

  const last = await createPreviewLink(author, id);
  await runBulk(author, { action: 'trash', targets: [{ id }] });
  expect(await findPreview(last.secret)).toBeNull();
});

test('only users who may change a post create preview links', async () => {
  const { id } = await draft(await actorWith('author'), 'Mine');

  await expect(createPreviewLink(await actorWith('author'), id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(createPreviewLink(await actorWith('reader'), id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(revokePreviewLinks(await actorWith('author'), id)).rejects.toMatchObject({ code: 'not_found' });
});

test('renders again what an older renderer made, without making lists stale', async () => {
  const updatedAt = new Date('2026-02-02T00:00:00Z');
  const bodyHtml = '<h2>Old</h2><p>Text.</p>';
  const old = await createPost({ bodyHtml, renderedHtml: 'old', renderVersion: 0, updatedAt });
  const current = await createPost({ bodyHtml, renderedHtml: 'as it is', renderVersion: RENDER_VERSION });

  const { tags } = await madeStaleBy(() => rerenderPosts());

  expect(await readDb.post.findUnique({ where: { id: old.id } })).toMatchObject({
    renderedHtml: '<h2 id="old">Old</h2>\n<p>Text.</p>',
    renderVersion: RENDER_VERSION,
    wordCount: 2,
    updatedAt,
    version: 1,
  });
  expect(await readDb.post.findUnique({ where: { id: current.id } })).toMatchObject({ renderedHtml: 'as it is' });
  expect(tags).toContain(cacheTags.post(old.id));
  expect((await rerenderPosts()).rendered).toBe(0);
});
