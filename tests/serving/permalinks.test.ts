import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOwnDatabase, createTestSite, removeTestSite } from '../safety/test-site';
import { startServer, type Product } from '../setup/product';

const dataDir = createOwnDatabase();
let site: Product;
let commentId = '';

/** A post that had the other forms of addresses before, by the form that it has now. */
const posts = { month: 'Slow ferry', blog: 'Night ferry' };
const march = new Date('2026-03-12T10:00:00Z');

beforeAll(async () => {
  const { users } = await createTestSite(dataDir);
  const { storeSettings } = await import('@/lib/settings/queries');
  const { publishPost } = await import('@/lib/posts/publishing/publishing');
  const { readdressPosts } = await import('@/lib/posts/publishing/readdressing');
  const { savedDraft } = await import('../factories/published-posts');
  const { createComment } = await import('../factories/comments');
  const { db } = await import('@/lib/database/db');
  const actor = { ...users.editor, role: 'editor' as const, sessionId: '', emailVerified: true };
  for (const [present, title] of Object.entries(posts)) {
    const post = await publishPost(actor, { ...(await savedDraft(actor, { title })), publishAt: march });
    for (const permalinks of present === 'blog' ? (['month', 'blog'] as const) : (['blog', 'month'] as const)) {
      await storeSettings({ permalinks });
      await readdressPosts({});
    }
    commentId = (await createComment(post.id, { authorName: 'Ole Mast' })).id;
    // What was moved stays where it is when the next one is.
    if (present === 'month') await db.post.update({ where: { id: post.id }, data: { type: 'page' } });
    await storeSettings({ permalinks: 'slug' });
  }
  await db.post.updateMany({ where: { slug: '2026/03/slow-ferry' }, data: { type: 'post' } });
  site = await startServer({ DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db` });
});

afterAll(() => removeTestSite(site, dataDir));

async function ask(path: string) {
  const answer = await fetch(site.url + path, { redirect: 'manual' });
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}

test.each([
  ['/slow-ferry', '/2026/03/slow-ferry'],
  ['/blog/slow-ferry', '/2026/03/slow-ferry'],
  ['/slow-ferry/feed.xml', '/2026/03/slow-ferry/feed.xml'],
  ['/night-ferry', '/blog/night-ferry'],
  ['/2026/03/night-ferry', '/blog/night-ferry'],
  ['/2026/03/night-ferry/comments/by/newest', '/blog/night-ferry/comments/by/newest'],
  ['/2026%2F03%2Fslow-ferry', '/2026/03/slow-ferry'],
])('%s leads to %s in one step', async (from, to) => {
  const { status, location } = await ask(from);
  expect([status, location]).toEqual([301, to]);
  expect((await ask(to)).status).toBe(200);
});

test.each(['/2026/03/slow-ferry', '/blog/night-ferry'])('a post at %s is there, with all below it', async (address) => {
  const { status, text } = await ask(address);
  expect(status).toBe(200);
  expect(text).toContain(`<link rel="canonical" href="${site.url}${address}"`);
  for (const below of ['/feed.xml', '/comments/by/newest', '/reactions', '/card.png'])
    expect([below, (await ask(address + below)).status]).toEqual([below, 200]);
  expect((await ask(`${address}/nothing`)).status).toBe(404);
});

test('a comment has its page at the address of its post', async () => {
  const { status, text } = await ask(`/blog/night-ferry/comments/${commentId}`);
  expect(status).toBe(200);
  expect(text).toContain('Ole Mast');
  expect((await ask(`/blog/night-ferry?replytocom=${commentId}`)).location).toContain('/blog/night-ferry');
});

test('lists, feeds and the sitemap have the present addresses, and archives are where they were', async () => {
  for (const list of ['/', '/feed.xml', '/2026', '/2026/03', '/search?q=ferry']) {
    const { status, text } = await ask(list);
    expect([list, status, text.includes('/2026/03/slow-ferry'), text.includes('/blog/night-ferry')]).toEqual([
      list,
      200,
      true,
      true,
    ]);
  }
  const [, part = ''] = /<loc>([^<]*posts[^<]*)<\/loc>/.exec((await ask('/sitemap.xml')).text) ?? [];
  expect((await ask(new URL(part).pathname)).text).toContain('/2026/03/slow-ferry');
  for (const missing of ['/2026/03/no-such-post', '/blog/no-such-post', '/2026/03/page/99'])
    expect([missing, (await ask(missing)).status]).toEqual([missing, 404]);
});
