import { afterAll, beforeAll, expect, test } from 'vitest';
import { cacheTags } from '@/lib/caching/cache-tags';
import { startServer, type Product } from '../setup/product';
import { removeTestSite, createTestSite, createOwnDatabase } from './test-site';

const dataDir = createOwnDatabase();
let site: Product;

beforeAll(async () => {
  await createTestSite(dataDir);
  site = await startServer({ DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db` });
});

afterAll(() => removeTestSite(site, dataDir));

/** What Next's own scripts ask for when an action leads to this page. */
const openAsNext = (path: string) => fetch(`${site.url}${path}?_rsc`, { headers: { rsc: '1' } });
const open = (path: string) => fetch(site.url + path).then((answer) => answer.text());

const ways: Record<string, (path: string) => Promise<Response>> = {
  'by its own scripts': openAsNext,
  'by a form that is none': (path) => fetch(site.url + path, { method: 'POST', body: 'hello' }),
  'with another method': (path) => fetch(site.url + path, { method: 'PUT', body: 'hello' }),
  'about what it may': (path) => fetch(site.url + path, { method: 'OPTIONS' }),
};

test.each(Object.keys(ways))(
  'a page that Next is asked for %s at the same time is made stale by a write',
  async (way) => {
    const { createPost } = await import('../factories/posts');
    const { publishInvalidation } = await import('@/lib/caching/invalidation-polling');
    const { db } = await import('@/lib/database/db');
    const posts = await Promise.all(Array.from({ length: 8 }, () => createPost({ title: 'Before' })));
    for (const { slug } of posts) {
      const other = ways[way]!(`/${slug}`);
      const page = open(`/${slug}`);
      await (await other).arrayBuffer();
      expect(await page).toContain('Before');
    }

    await db.post.updateMany({ data: { title: 'Afterwards' } });
    await publishInvalidation(posts.map(({ id }) => cacheTags.post(id)));

    for (const { slug } of posts) {
      await expect.poll(() => open(`/${slug}`)).toContain('Afterwards');
    }
  },
);

test('what a page says is not said again to its scripts; a script that asks for the same gets it whole', async () => {
  const { createPost } = await import('../factories/posts');
  const { createComment } = await import('../factories/comments');
  const post = await createPost({ renderedHtml: '<p>Of heron-grey mornings.</p>' });
  await createComment(post.id, { body: 'As grey as the heron-queen.' });
  const timesIn = (text: string, words: string) => text.split(words).length - 1;

  const page = await open(`/${post.slug}`);
  const flight = await (await openAsNext(`/${post.slug}`)).text();

  for (const answer of [page, flight]) {
    expect(timesIn(answer, 'heron-grey mornings')).toBe(1);
    // In the thread, and in structured data.
    expect(timesIn(answer, 'the heron-queen')).toBe(2);
  }
});
