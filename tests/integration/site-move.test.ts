import { expect, test } from 'vitest';
import { readDb, db } from '@/lib/database/db';
import { feedIdOf } from '@/lib/feeds/feed-identity';
import { newId } from '@/lib/platform/ids';
import { createDraft, getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { applySiteMove } from '@/lib/upkeep/site-move';
import { rerenderPosts } from '@/lib/posts/rendering/rerendering';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { settleFeedIdentity, siteHost } from '@/lib/settings/site-address';
import { createPost } from '../factories/posts';
import { fillSlot, textDraft } from '../factories/slots';
import { madeStaleBy } from '../factories/stale-tags';
import { actorWith } from '../factories/users';

const here = () => `http://${siteHost()}`;

test('addresses of the site itself are stored as paths', async () => {
  const author = await actorWith('author');
  const { id, version } = await createDraft(author, { type: 'post' });
  const bodyHtml = `<p><a href="${here()}/about?a=1#b">About</a> <a href="https://x.test/">x</a></p><figure><img src="${here()}/uploads/2026/11/boat-1.jpg" alt="A boat"></figure>`;
  const saved = await saveDraft(author, { id, version, fields: { bodyHtml, canonicalUrl: `${here()}/first` } });
  expect((await getEditable(author, id)).fields).toMatchObject({
    bodyHtml:
      '<p><a href="/about?a=1#b">About</a> <a href="https://x.test/">x</a></p>\n<figure><img src="/uploads/2026/11/boat-1.jpg" alt="A boat"></figure>',
    canonicalUrl: '/first',
  });

  const same = await saveDraft(author, { id, version: saved.version, fields: { bodyHtml } });

  expect(same.version).toBe(saved.version);
});

test('the link of a slot to a page of the site is stored as a path', async () => {
  await fillSlot('header', textDraft({ linkUrl: `${here()}/shop` }));
  expect(await readDb.creative.findFirst({ where: { linkUrl: '/shop' } })).not.toBeNull();
  await expect(fillSlot('header', textDraft({ linkUrl: '//evil.test/' }))).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('what was stored with the address before follows a move of the site, once', async () => {
  const old = 'https://old.example';
  const link = `<p><a href="${old}/about">About</a> <a href="https://old.example.org/">another</a></p>`;
  const post = await createPost({ bodyHtml: link, renderedHtml: link, renderVersion: 1_000 });
  const elsewhere = await createPost({ canonicalUrl: `${old}/first`, renderVersion: 1_000 });
  await fillSlot('header', textDraft({ linkUrl: `${old}/offer` }));
  const id = newId();
  const comment = await db.comment.create({
    data: {
      id,
      rootId: id,
      postId: post.id,
      path: id,
      depth: 0,
      status: 'approved',
      authorName: 'Ann',
      body: `${old}/a?b=1&c=2`,
      bodyHtml: `<p><a href="${old}/a?b=1&amp;c=2" rel="nofollow ugc">a</a></p>`,
      createdAt: new Date(),
    },
  });
  await storeSettings({ knownHost: 'old.example' });

  const { tags } = await madeStaleBy(() => applySiteMove());
  await rerenderPosts();

  const found = await readDb.post.findUniqueOrThrow({ where: { id: post.id } });
  expect(found.renderedHtml).toContain('<a href="/about">About</a>');
  expect(found.renderedHtml).toContain('https://old.example.org/');
  expect(found).toMatchObject({ version: post.version, updatedAt: post.updatedAt });
  expect((await readDb.post.findUniqueOrThrow({ where: { id: elsewhere.id } })).canonicalUrl).toBe('/first');
  expect(await readDb.creative.count({ where: { linkUrl: '/offer' } })).toBe(1);
  expect((await readDb.comment.findUniqueOrThrow({ where: { id: comment.id } })).bodyHtml).toBe(
    '<p><a href="/a?b=1&amp;c=2" rel="nofollow ugc">a</a></p>',
  );
  expect(tags).toEqual(expect.arrayContaining(['slots', `comments:${post.id}`]));
  expect((await madeStaleBy(() => applySiteMove())).tags).toEqual([]);
});

test('a stopped move is gone on with at the next start', async () => {
  const post = await createPost({ bodyHtml: '<p><a href="https://older.example/a">a</a></p>' });
  await storeSettings({ knownHost: 'older.example' });

  await applySiteMove(AbortSignal.abort());

  expect((await getSettings()).knownHost).toBe('older.example');
  await applySiteMove();
  expect((await readDb.post.findUniqueOrThrow({ where: { id: post.id } })).bodyHtml).toContain('href="/a"');
});

test('feeds keep their names: a running site the address it announced, a new one a name of its own', async () => {
  await db.setting.deleteMany({ where: { key: { in: ['feedIdentity', 'setUpAt'] } } });
  await settleFeedIdentity();
  const made = await getSettings();
  await settleFeedIdentity();
  expect((await getSettings()).feedIdentity).toBe(made.feedIdentity);
  const fresh = (siteUrl: string, path: string) => feedIdOf({ settings: made, siteUrl }, path);
  expect(fresh('https://a.example', '/')).toMatch(/^urn:uuid:[\da-f-]{36}$/);
  expect(fresh('https://a.example', '/tag/x')).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-/);
  expect(fresh('https://a.example', '/tag/x')).toBe(fresh('https://b.example', '/tag/x'));
  expect(fresh('https://a.example', '/tag/x')).not.toBe(fresh('https://a.example', '/tag/y'));

  await db.setting.deleteMany({ where: { key: 'feedIdentity' } });
  await storeSettings({ setUpAt: '2026-01-01T00:00:00.000Z' });
  await settleFeedIdentity();
  const running = { settings: await getSettings(), siteUrl: 'https://moved.example' };
  expect(feedIdOf(running, '/tag/x')).toBe(`${here()}/tag/x`);
});
