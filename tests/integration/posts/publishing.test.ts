import { expect, test } from 'vitest';
import { cacheTags } from '@/lib/caching/cache-tags';
import { readDb, db } from '@/lib/database/db';
import { getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { findPublicPost, listTeasers } from '@/lib/posts/listing/queries';
import { deletePost, restorePost, trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { findRedirect } from '../../factories/imports';
import { descriptionOf } from '@/lib/seo/head';
import { createPost } from '../../factories/posts';
import { changePublished, publishedPost, savedDraft } from '../../factories/published-posts';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const find = (id: string) => readDb.post.findUniqueOrThrow({ where: { id } });
const hour = 60 * 60 * 1000;
const fromNow = (ms: number) => new Date(Date.now() + ms);
test('publishing renders, gives an address, and shows the post at once', async () => {
  const author = await actorWith('author');

  const { id, slug, state, version } = await publishedPost(author, { title: 'Ebbe & Flut: Größe', tags: ['Tides'] });

  expect({ slug, state, version }).toEqual({ slug: 'ebbe-flut-grosse', state: 'Published', version: 3 });
  expect(await findPublicPost(slug)).toMatchObject({ id });
  const post = await find(id);
  expect(post.renderedHtml).toContain('<h2 id="flood">');
  expect(JSON.parse(post.blocks)).toMatchObject([
    { offset: 0, kind: 'heading' },
    { kind: 'p', words: 4 },
  ]);
  expect(post).toMatchObject({ bodyText: 'Flood\nHigh water at noon.', wordCount: 5, readingMinutes: 1 });
  expect(post.firstPublishedAt).toEqual(post.publishAt);
  expect(await readDb.auditEntry.count({ where: { action: 'post.publish', subjectId: id } })).toBe(1);
});

test('two posts of one title have two addresses, also when published at the same instant', async () => {
  const author = await actorWith('author');
  const drafts = await Promise.all([1, 2, 3].map(() => savedDraft(author, { title: 'Low water again' })));

  const published = await Promise.all(drafts.map((one) => publishPost(author, one)));

  expect(published.map(({ slug }) => slug).sort()).toEqual([
    'low-water-again',
    'low-water-again-2',
    'low-water-again-3',
  ]);
});

test('a reserved title gets an address that is free', async () => {
  const author = await actorWith('author');

  expect((await publishedPost(author, { title: 'Search' })).slug).toBe('search-2');
  expect((await publishedPost(author, { title: '2026' })).slug).toBe('2026-2');
  expect((await publishedPost(author, { title: '🐟🐟' })).slug).toBe('untitled');
});

test('a waiting change reaches readers when it is published', async () => {
  const author = await actorWith('author');
  const { id } = await publishedPost(author);
  const before = await find(id);

  await changePublished(author, id, { bodyHtml: '<p>High water at two.</p>', tags: ['Tides', 'Harbour'] });

  const after = await find(id);
  expect(after).toMatchObject({ bodyHtml: '<p>High water at two.</p>', pendingRevisionId: null });
  expect(after.renderedHtml).toContain('two');
  expect(after.publishAt).toEqual(before.publishAt);
  expect(after.firstPublishedAt).toEqual(before.firstPublishedAt);
  expect(after.contentUpdatedAt.getTime()).toBeGreaterThan(before.contentUpdatedAt.getTime());
  expect(await readDb.postTag.count({ where: { postId: id } })).toBe(2);
});

test('an invisible change does not update the modification date', async () => {
  const author = await actorWith('author');
  const { id } = await publishedPost(author);
  const before = await find(id);

  await changePublished(author, id, { seoDescription: 'When the water comes', commentsMode: 'closed' });

  expect(await find(id)).toMatchObject({ contentUpdatedAt: before.contentUpdatedAt, commentsMode: 'closed' });
});

test('a scheduled post appears by the clock alone, and keeps its text until then', async () => {
  const editor = await actorWith('editor');
  const one = await savedDraft(editor);
  const publishAt = fromNow(hour);

  const scheduled = await publishPost(editor, { ...one, publishAt });

  expect(scheduled).toMatchObject({ state: 'Scheduled', publishAt });
  expect(await findPublicPost(scheduled.slug)).toBeNull();
  await saveDraft(editor, {
    id: one.id,
    version: scheduled.version,
    fields: { title: 'Half a sen' },
    kind: 'autosave',
  });
  await db.post.update({ where: { id: one.id }, data: { publishAt: fromNow(-1) } });
  expect(await findPublicPost(scheduled.slug)).toMatchObject({ title: expect.stringMatching(/^Tide table/) });
});

test('refuses an end before the start', async () => {
  const editor = await actorWith('editor');
  const one = await savedDraft(editor);

  await expect(publishPost(editor, { ...one, unpublishAt: fromNow(-hour) })).rejects.toMatchObject({
    fields: { unpublishAt: expect.any(String) },
  });
  expect(await find(one.id)).toMatchObject({ status: 'draft' });
});

test('a post disappears by the clock', async () => {
  const editor = await actorWith('editor');
  const { id, slug } = await publishPost(editor, { ...(await savedDraft(editor)), unpublishAt: fromNow(hour) });
  expect(await findPublicPost(slug)).not.toBeNull();

  await db.post.update({ where: { id }, data: { publishAt: fromNow(-hour), unpublishAt: fromNow(-1) } });

  expect(await findPublicPost(slug)).toBeNull();
  expect((await getEditable(editor, id)).state).toBe('Expired');
  const again = await publishPost(editor, { id, version: (await find(id)).version });
  expect(again.state).toBe('Published');
});

test('a new address: the old one leads to it, through every later move, and never in circles', async () => {
  const author = await actorWith('author');
  const { id } = await publishedPost(author, { slug: 'first-home' });
  await db.redirect.create({
    data: { id: `r-${id}`, from: '/by-hand', to: '/first-home', source: 'import', createdAt: new Date() },
  });

  await changePublished(author, id, { slug: 'second-home' });
  const { tags } = await madeStaleBy(() => changePublished(author, id, { slug: 'third-home' }));

  expect((await findRedirect('/first-home')).move).toEqual({ to: '/third-home', status: 301 });
  expect((await findRedirect('/second-home')).move).toEqual({ to: '/third-home', status: 301 });
  expect((await findRedirect('/by-hand')).move).toEqual({ to: '/third-home', status: 301 });
  expect(tags).toEqual(expect.arrayContaining(['address:second-home', 'address:/second-home', 'address:third-home']));

  await changePublished(author, id, { slug: 'first-home' });
  expect((await findRedirect('/first-home')).move).toBeNull();
  expect((await findRedirect('/third-home')).move).toEqual({ to: '/first-home', status: 301 });
});

test('an address that was left may be taken by another post', async () => {
  const author = await actorWith('author');
  const { id } = await publishedPost(author, { slug: 'old-quay' });
  await changePublished(author, id, { slug: 'new-quay' });

  const other = await publishedPost(author, { slug: 'old-quay' });

  expect((await findRedirect('/old-quay')).move).toBeNull();
  expect(await findPublicPost('old-quay')).toMatchObject({ id: other.id });
});

test('a draft changes its address without leaving a trace', async () => {
  const author = await actorWith('author');
  const { id, version } = await savedDraft(author, { slug: 'quiet-one' });
  await saveDraft(author, { id, version, fields: { slug: 'quiet-two' } });

  expect((await findRedirect('/quiet-one')).move).toBeNull();
});

test('pages move too', async () => {
  const editor = await actorWith('editor');
  const { id } = await publishedPost(editor, { slug: 'about-the-port' }, 'page');

  const { tags } = await madeStaleBy(() => changePublished(editor, id, { slug: 'the-port' }));

  expect((await findRedirect('/about-the-port')).move).toEqual({ to: '/the-port', status: 301 });
  expect(tags).toContain(cacheTags.site);
});

test('publishing makes the page, lists, tags and authors before and after, and both neighbours stale', async () => {
  const [author, editor] = [await actorWith('author'), await actorWith('editor')];
  const older = await createPost({ publishAt: new Date('2001-05-01T00:00:00Z') });
  const newer = await createPost({ publishAt: new Date('2001-05-03T00:00:00Z') });
  const one = await savedDraft(author, { tags: ['Before'] });
  const publishAt = new Date('2001-05-02T00:00:00Z');
  const published = await madeStaleBy(() => publishPost(author, { ...one, publishAt }));
  const [before] = await readDb.postTag.findMany({ where: { postId: one.id } });
  expect(published.tags).toEqual(
    expect.arrayContaining([
      cacheTags.post(one.id),
      cacheTags.list,
      cacheTags.tag(before!.tagId),
      cacheTags.author(author.id),
      cacheTags.post(older.id),
      cacheTags.post(newer.id),
    ]),
  );

  const { tags } = await madeStaleBy(() =>
    changePublished(editor, one.id, { tags: ['After'], authorIds: [editor.id] }),
  );
  const [after] = await readDb.postTag.findMany({ where: { postId: one.id } });
  expect(tags).toEqual(
    expect.arrayContaining([
      cacheTags.tag(before!.tagId),
      cacheTags.tag(after!.tagId),
      cacheTags.author(author.id),
      cacheTags.author(editor.id),
    ]),
  );
});

test('of two posts at one instant the neighbours are found by their ids', async () => {
  const editor = await actorWith('editor');
  const publishAt = new Date('2002-01-01T00:00:00Z');
  const posts = [await savedDraft(editor), await savedDraft(editor), await savedDraft(editor)].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const [first, middle, last] = posts as [(typeof posts)[0], (typeof posts)[0], (typeof posts)[0]];
  await publishPost(editor, { ...first, publishAt });
  await publishPost(editor, { ...last, publishAt });

  const { tags } = await madeStaleBy(() => publishPost(editor, { ...middle, publishAt }));

  expect(tags).toEqual(expect.arrayContaining([cacheTags.post(first.id), cacheTags.post(last.id)]));
});

test('a post without a title, of an old version, or in the trash is not published', async () => {
  const author = await actorWith('author');
  const untitled = await savedDraft(author, { title: '' });
  await expect(publishPost(author, untitled)).rejects.toMatchObject({ fields: { title: expect.any(String) } });

  const one = await savedDraft(author);
  await expect(publishPost(author, { ...one, version: one.version - 1 })).rejects.toMatchObject({ code: 'conflict' });

  await trashPost(author, one);
  const { version } = await find(one.id);
  await expect(publishPost(author, { id: one.id, version })).rejects.toMatchObject({ code: 'conflict' });
  expect(await readDb.post.count({ where: { id: { in: [one.id, untitled.id] }, status: 'published' } })).toBe(0);
});

test.each(['author', 'reader', 'moderator', 'ads'] as const)('an %s cannot move somebody else’s post', async (role) => {
  const { id, version, slug } = await publishedPost(await actorWith('author'));
  const stranger = await actorWith(role);
  const code = role === 'author' ? 'not_found' : 'forbidden';
  const actions = [
    () => publishPost(stranger, { id, version }),
    () => publishPost(stranger, { id, version, publishAt: fromNow(hour) }),
    () => unpublishPost(stranger, { id }),
    () => trashPost(stranger, { id }),
    () => restorePost(stranger, { id }),
    () => deletePost(stranger, { id }),
  ];

  for (const action of actions) await expect(async () => action()).rejects.toMatchObject({ code });

  expect(await findPublicPost(slug)).toMatchObject({ id });
  expect((await find(id)).version).toBe(version);
});

test('a list shows the first words of a post without excerpt, and neither they nor its description have notes in them', async () => {
  const author = await actorWith('author');
  const bodyHtml = '<h2>Flood</h2><p>A rumour.<span data-footnote="">A note.</span> And on.</p>';
  const { id, slug } = await publishedPost(author, { bodyHtml });

  const [teaser] = await listTeasers({ where: { id }, take: 1 });
  expect(teaser).toMatchObject({ subtitle: '', excerpt: '', lead: 'A rumour. And on.' });
  expect(descriptionOf((await findPublicPost(slug))!)).toBe('Flood A rumour. And on.');

  await changePublished(author, id, { bodyHtml: '<p>Now it is otherwise.</p>' });
  expect((await listTeasers({ where: { id }, take: 1 }))[0]?.lead).toBe('Now it is otherwise.');
});

test('an address that is taken names the post that has it to those who may open that post, and to nobody else', async () => {
  const [editor, author] = [await actorWith('editor'), await actorWith('author')];
  const hidden = await savedDraft(editor, { title: 'SECRET: layoffs', slug: 'layoffs' });
  const tellsOf = async (actor: typeof author) => {
    const { id, version } = await savedDraft(actor);
    const saved = await saveDraft(actor, { id, version, fields: { slug: 'layoffs' }, kind: 'autosave' });
    return saved.problems.slug;
  };
  expect(await tellsOf(author)).toBe('"layoffs" is already the URL slug of another post. "layoffs-2" is available.');
  expect(await tellsOf(editor)).toContain('SECRET: layoffs');

  await publishPost(editor, { id: hidden.id, version: hidden.version });
  expect(await tellsOf(author)).toContain('SECRET: layoffs');
});
