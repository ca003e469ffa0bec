/* oxlint-disable vitest/valid-expect -- Vitest takes a second argument: which request it was. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { ask } from '../serving/request';
import { freePort } from '../setup/free-port';
import { startServer, until, type Product } from '../setup/product';
import { actionsOfBuild, callAction, callActionByScript } from './action-calls';
import { removeTestSite, createTestSite, createOwnDatabase, type TestSite } from './test-site';

const dataDir = createOwnDatabase();
const submit = actionsOfBuild().find(({ name }) => name.endsWith('#submitCommentAction'))!;
let testSite: TestSite;
let site: Product;
let siteUrl = '';
let here = '';
let post = { id: '', slug: '' };

beforeAll(async () => {
  testSite = await createTestSite(dataDir);
  const { createPost } = await import('../factories/posts');
  post = await createPost();
  const port = await freePort();
  here = `http://127.0.0.1:${port}`;
  siteUrl = `http://blog.test:${port}`;
  site = await startServer({
    DATA_DIR: dataDir,
    DATABASE_URL: `file:${dataDir}/masthead.db`,
    PORT: String(port),
    SITE_URL: siteUrl,
    TRUSTED_PROXIES: '127.0.0.1',
    LOG_LEVEL: 'warn',
    RATE_LIMITS: 'on',
  });
});

afterAll(() => removeTestSite(site, dataDir));

// Each test has a fresh rate limit.
beforeEach(async () => (await import('@/lib/database/db')).db.rateLimit.deleteMany());

/** Sends a comment through a proxy that hands the host on in its own way. */
async function comment(call: typeof callAction, headers: Record<string, string>) {
  const fields = { postId: post.id, body: `Words of ${newId()}`, idempotencyKey: newId() };
  const answer = await call(here, { ...submit, page: `/${post.slug}` }, fields, {
    cookie: testSite.cookies.reader,
    ...headers,
  });
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' };
}

// fetch() sends the host of its address, which is what a proxy sends that hands on none.
const ways: [string, Record<string, string>][] = [
  ['hands on no host', {}],
  ['hands on the host without its port', { 'x-forwarded-host': 'blog.test' }],
  ['hands on the whole host', { 'x-forwarded-host': new URL('http://blog.test').host }],
  ['hands on somebody else’s', { 'x-forwarded-host': 'evil.test' }],
];

test.each(ways)('a proxy that %s: forms from the site’s own pages are taken', async (_, headers) => {
  const own = { origin: siteUrl, 'sec-fetch-site': 'same-origin', ...headers };
  const plain = await comment(callAction, own);
  expect(plain).toMatchObject({ status: 303, to: expect.stringContaining(`/${post.slug}`) as string });
  const script = await comment(callActionByScript, own);
  expect(script.status).toBe(200);
  expect(script.text).toContain('redirectTo');
});

test.each(ways)('a proxy that %s: forms from anywhere else are not', async (_, headers) => {
  const elsewhere: Record<string, string>[] = [
    { origin: 'https://evil.test' },
    { origin: 'http://evil.test', 'sec-fetch-site': 'same-origin' },
    { origin: here },
    { origin: 'http://blog.test' },
    { origin: siteUrl.replace('http:', 'https:') },
    { origin: 'null' },
    { origin: siteUrl, 'sec-fetch-site': 'cross-site' },
    { origin: siteUrl, 'sec-fetch-site': 'same-site' },
  ];
  for (const sender of elsewhere) {
    for (const call of [callAction, callActionByScript]) {
      expect((await comment(call, { ...headers, ...sender })).status, JSON.stringify(sender)).toBe(403);
    }
  }
});

test('visitors at another address get the right one, and the operator the setting to change', async () => {
  const { status, text } = await comment(callAction, { origin: here, 'sec-fetch-site': 'same-origin' });

  expect(status).toBe(403);
  expect(text).toContain(`This site takes forms only from its pages at ${siteUrl}`);
  await until(() => site.stderr().includes('form_from_another_address'));
  const lines = site
    .stderr()
    .split('\n')
    .filter((line) => line.includes('form_from_another_address'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    siteUrl,
    msg: expect.stringMatching(/Origin.*SITE_URL/) as string,
  });
});

test('limits by address believe what the proxy wrote, in any spelling, and nothing that a stranger wrote before it', async () => {
  const keys = async (forwarded: string[]) => {
    const { readDb, db } = await import('@/lib/database/db');
    await db.rateLimit.deleteMany();
    for (const hops of forwarded) await ask(here, '/search?q=sea', { headers: { 'x-forwarded-for': hops } });
    return (await readDb.rateLimit.findMany({ select: { count: true } })).map(({ count }) => count);
  };
  expect(await keys([1, 2, 3].map((i) => `10.1.2.${i}, 203.0.113.9:${4000 + i}`))).toEqual([3]);
  expect(await keys([1, 2, 3].map((i) => `10.1.2.${i}, [2001:db8::${i}]:443`))).toEqual([3]);
  expect(await keys([1, 2, 3].map((i) => `10.1.2.${i}, unknown`))).toEqual([3]);
  expect(await keys(['2001:db8::1', '2001:0db8:0:0::2', '2001:DB8::a:b:c:d', '[2001:db8::9]'])).toEqual([4]);
  expect(await keys(['203.0.113.9', '::ffff:203.0.113.9', '::ffff:cb00:7109'])).toEqual([3]);
  expect(await keys(['203.0.113.9', '203.0.113.10', '2001:db8:1::1', '2001:db8:2::1'])).toEqual([1, 1, 1, 1]);
});

test('an action that redirects sends a script there without Next requesting the page from this server', async () => {
  const signOut = actionsOfBuild().find(({ name }) => name.endsWith('#signOutAction'))!;
  const answer = await callActionByScript(
    here,
    signOut,
    {},
    {
      origin: siteUrl,
      'sec-fetch-site': 'same-origin',
      'x-forwarded-proto': 'https',
    },
  );

  expect(answer.headers.get('x-action-redirect')).toMatch(/^\/;/);
  // Without the page's parts the browser loads the address, under the policy of that page.
  expect(await answer.text()).toBe('');
  expect(site.stderr()).not.toContain('failed to get redirect response');
});
