/* oxlint-disable vitest/valid-expect -- Vitest takes a second argument: what was sent. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { browser, pageBatch } from '../factories/page-batches';
import { startServer, type Product } from '../setup/product';
import { sendTo, type Sent } from './raw-requests';
import { createOwnDatabase, createTestSite, removeTestSite, type TestSite } from './test-site';

const dataDir = createOwnDatabase();
let testSite: TestSite;
let site: Product;

beforeAll(async () => {
  testSite = await createTestSite(dataDir);
  const environment = { TRUSTED_PROXIES: '127.0.0.1', COUNTRY_HEADER: 'CF-IPCountry' };
  site = await startServer({ DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db`, ...environment });
});

afterAll(() => removeTestSite(site, dataDir));

const ofPage = { 'sec-fetch-site': 'same-origin', 'user-agent': browser, 'content-type': 'text/plain;charset=UTF-8' };
const send = (body: unknown, headers: Record<string, string> = {}, sent: Sent = {}) =>
  sendTo(site.url, '/_s/e', {
    headers: { ...ofPage, ...headers },
    parts: [typeof body === 'string' ? body : JSON.stringify(body)],
    ...sent,
  });

async function filtered(): Promise<Record<string, number>> {
  const { readDb } = await import('@/lib/database/db');
  const rows = await readDb.filteredStatistic.findMany({ select: { reason: true, event: true, count: true } });
  return Object.fromEntries(rows.map(({ reason, event, count }) => [`${reason} ${event}`, count]));
}

async function countOf(dimension: string, value: string) {
  const { readDb } = await import('@/lib/database/db');
  const where = { period: 'day', dimension, value };
  const rows = await readDb.readerStatistic.findMany({ where, select: { count: true } });
  return rows.reduce((sum, row) => sum + row.count, 0);
}

/** A view of a post that no other test counts. */
async function aPost() {
  const { createPost } = await import('../factories/posts');
  const { id } = await createPost();
  return { id, view: () => pageBatch([['view']], { page: 'post', post: id }) };
}

const soon = { timeout: 30_000 };

test('what is forged, broken, too large or from elsewhere is refused without a word too much, and counted by reason', async () => {
  const before = await filtered();
  const view = pageBatch([['view']]);
  const refused: [number, unknown, Record<string, string>][] = [
    [403, view, { 'sec-fetch-site': 'cross-site' }],
    [403, view, { 'sec-fetch-site': 'same-site' }],
    [403, view, { origin: 'https://evil.test' }],
    [403, view, { 'sec-fetch-site': '' }],
    [403, view, { 'sec-fetch-site': 'none' }],
    [400, 'not JSON', {}],
    [400, '', {}],
    [400, '{"id":', {}],
    [400, [], {}],
    [400, { ...view, events: [['view', 'view']] }, {}],
    [400, { ...view, page: '__proto__' }, {}],
    [400, { ...view, events: Array.from({ length: 500 }, () => ['view']) }, {}],
    [413, 'w'.repeat(1024 * 1024), {}],
  ];
  for (const [status, body, headers] of refused) {
    const answer = await send(body, headers);
    expect(answer.status, JSON.stringify([body, headers]).slice(0, 200)).toBe(status);
    expect(answer.body).not.toMatch(/prisma|at .*\.ts:\d+|zod/i);
  }
  expect((await send('w'.repeat(80_000), {}, { isChunked: true, parts: ['w'.repeat(80_000)] })).status).toBe(413);
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
    expect((await sendTo(site.url, '/_s/e', { method, headers: ofPage })).status, method).toBe(405);
  }
  const grown = async () => {
    const now = await filtered();
    return ['cross-site', 'unreadable', 'too-large'].map(
      (reason) => (now[`${reason} request`] ?? 0) - (before[`${reason} request`] ?? 0),
    );
  };
  await expect.poll(grown, soon).toEqual([5, 7, 2]);
});

test('a batch that is sent again counts once', async () => {
  const { id, view: viewOf } = await aPost();
  const view = viewOf();
  for (let i = 0; i < 5; i += 1) expect((await send(view)).status).toBe(204);
  await expect.poll(async () => (await filtered())['repeated view'], soon).toBe(4);
  expect(await countOf('post', id)).toBe(1);
});

test('staff do not count, readers who are signed in do, and a forged session is nobody’s', async () => {
  const { id, view } = await aPost();
  for (const visitor of ['owner', 'editor', 'author', 'moderator', 'ads'] as const) {
    expect((await send(view(), { cookie: testSite.cookies[visitor] })).status).toBe(204);
  }
  for (const cookie of [testSite.cookies.reader, `${testSite.cookies.owner}x`]) {
    expect((await send(view(), { cookie })).status).toBe(204);
  }
  await expect.poll(async () => (await filtered())['staff view'], soon).toBe(5);
  expect(await countOf('post', id)).toBe(2);
});

test('robots, browsers without a window and pages loaded ahead are counted by reason', async () => {
  await send(pageBatch([['view']]), { 'user-agent': 'curl/8.0' });
  await send(pageBatch([['view']]), { 'sec-ch-ua': '"HeadlessChrome";v="156"' });
  await send(pageBatch([['view']]), { 'sec-purpose': 'prefetch;prerender' });
  await send(pageBatch([['return']]));
  const reasons = async () => {
    const now = await filtered();
    return ['bot', 'headless', 'prefetch', 'return'].map((reason) => now[`${reason} view`]);
  };
  await expect.poll(reasons, soon).toEqual([1, 1, 1, 1]);
});

test('a country is what a trusted proxy says, in two letters', async () => {
  for (const country of ['at', 'XX', 'Austria', '<b>']) await send(pageBatch([['view']]), { 'cf-ipcountry': country });
  await expect.poll(() => countOf('country', 'AT'), soon).toBe(1);
  const { readDb } = await import('@/lib/database/db');
  expect(await readDb.readerStatistic.count({ where: { dimension: 'country' } })).toBe(1);
});

test('a report on a frame is still one, and a long one is refused', async () => {
  const frame = `${newId()}-0123456789abcdef`;
  expect((await send({ frame, reason: 'focus' })).status).toBe(400);
  expect((await send({ frame, reason: 'focus', more: 'w'.repeat(2_000) })).status).toBe(413);
});

test('the tables are for those who may see the figures', async () => {
  const seen: Record<string, string[]> = {};
  for (const [visitor, cookie] of Object.entries(testSite.cookies)) {
    for (const table of ['days', 'posts', 'filtered?slot=header-slot']) {
      const { status } = await sendTo(site.url, `/admin/statistics/${table}`, { method: 'GET', headers: { cookie } });
      expect([200, 404]).toContain(status);
      if (status === 200) (seen[table] ??= []).push(visitor);
    }
  }
  expect(seen).toEqual({
    days: ['editor', 'admin', 'owner'],
    posts: ['author', 'other author', 'contributor', 'editor', 'admin', 'owner'],
    'filtered?slot=header-slot': ['ads', 'admin', 'owner'],
  });
});
