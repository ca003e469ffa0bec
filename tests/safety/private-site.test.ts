import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startServer, type Product } from '../setup/product';
import { sendForm } from './plain-forms';
import { createOwnDatabase, createTestSite, removeTestSite, routesOfBuild, type TestSite } from './test-site';

const dataDir = createOwnDatabase();
const TITLE = 'Lanterns at low tide';
const PASSWORD = 'a lantern for each boat';
let testSite: TestSite;
let site: Product;
let addresses: string[];

/** All that answers somebody who may not see the site. */
const open = [
  /^\/(?:admin|account|signin|signup|setup|api\/auth|preview\/reports)(?:\/|$)/,
  /^\/api\/(?:bounces|unsubscribe)$/,
  /^\/(?:ads|app-ads)\.txt$/,
  /^\/\.well-known\/security\.txt$/,
  /^\/(?:favicon\.ico|icon\.svg|icon-192\.png|icon-512\.png|apple-touch-icon\.png)$/,
];

const closings = [
  { by: 'accounts', fields: { visibility: 'accounts', sitePassword: '' }, status: 403 },
  { by: 'a password', fields: { visibility: 'password', sitePassword: PASSWORD }, status: 403 },
  { by: 'maintenance', fields: { maintenance: 'on', maintenanceText: 'Back at noon.' }, status: 503 },
] as const;

beforeAll(async () => {
  testSite = await createTestSite(dataDir);
  addresses = await everyAddress();
  site = await startServer({ DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db` });
});

afterEach(openAgain);

afterAll(() => removeTestSite(site, dataDir));

test.each(closings)('with a site closed by $by, nothing but a list answers strangers', async ({ fields, status }) => {
  // Kept pages are there for everybody until then.
  for (const address of addresses) await ask(address);
  await change(fields);
  for (const address of addresses.filter((one) => !open.some((pattern) => pattern.test(one)))) {
    for (const method of ['GET', 'HEAD', 'POST']) {
      // Slots and uploads are for reading alone.
      if (method === 'POST' && /^\/(?:_s|uploads|_next)\//.test(address)) continue;
      const answer = await ask(address, { method });
      const { headers } = answer;
      const told = {
        address,
        method,
        status: answer.status,
        caching: headers.get('cache-control'),
        isLater: headers.has('retry-after'),
      };
      const robots = address === '/robots.txt';
      const caching = robots ? 'no-store' : 'private, no-store';
      expect(told).toEqual({
        address,
        method,
        status: robots ? 200 : status,
        caching,
        isLater: status === 503 && !robots,
      });
      expect(answer.text).not.toContain(TITLE);
    }
  }
  expect((await ask('/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n');
  for (const address of addresses.filter((one) => open.some((pattern) => pattern.test(one)))) {
    const answer = await ask(address);
    expect({ address, isTurnedAway: answer.headers.get('retry-after') === '3600' }).toMatchObject({
      isTurnedAway: false,
    });
    expect(answer.text).not.toContain(TITLE);
  }
  for (const address of ['/healthz', '/readyz']) expect((await ask(address)).status).toBe(200);
  await openAgain();
  const after = await ask('/');
  expect([after.status, after.headers.get('cache-control')]).toEqual([200, 'public, max-age=0, must-revalidate']);
});

test.each([
  { ...closings[0], visitor: 'reader' },
  { ...closings[1], visitor: 'anonymous' },
  { ...closings[2], visitor: 'editor' },
] as const)('whoever may see a site closed by $by gets nothing that others’ caches may keep', async (closing) => {
  await change(closing.fields);
  const pass = closing.by === 'a password' ? await giveBack(PASSWORD) : '';
  const cookie = [testSite.cookies[closing.visitor], pass].filter(Boolean).join('; ');
  for (const address of addresses.filter((one) => !open.some((pattern) => pattern.test(one)))) {
    const answer = await ask(address, { cookie });
    const { headers } = answer;
    const told = [address, headers.get('retry-after'), /public|s-maxage/.test(headers.get('cache-control') ?? '')];
    expect(told).toEqual([address, null, false]);
    const isTheirs = address === '/robots.txt' || headers.get('vary')?.includes('Cookie');
    expect([address, isTheirs]).toEqual([address, true]);
  }
  expect((await ask('/', { cookie })).text).toContain(TITLE);
});

test('the password opens the site to a browser until it is changed; a wrong one and a forged pass do not', async () => {
  await change({ visibility: 'password', sitePassword: PASSWORD });
  const wrong = await sendPassword('no lantern');
  expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([403, null]);
  expect(wrong.text).toContain('That is not the password.');
  const right = await sendPassword(PASSWORD, '/archive');
  expect([right.status, right.headers.get('location')]).toEqual([303, '/archive']);
  expect((await sendPassword(PASSWORD, 'https://elsewhere.example')).headers.get('location')).toBe('/');
  expect(right.headers.get('set-cookie')).toMatch(
    /^site-pass=[\w.-]+; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/,
  );
  const cookie = await giveBack(PASSWORD);
  expect((await ask('/', { cookie })).status).toBe(200);
  expect((await ask('/', { cookie: `${cookie}x` })).status).toBe(403);
  expect((await ask('/', { cookie: 'site-pass=e30.e30' })).status).toBe(403);
  const foreign = await sendPassword(PASSWORD, '/', { origin: 'https://elsewhere.example' });
  expect([foreign.status, foreign.headers.get('set-cookie')]).toEqual([403, null]);

  await change({ visibility: 'password', sitePassword: 'another lantern' });
  expect((await ask('/', { cookie })).status).toBe(403);
});

async function change(fields: Record<string, string | null>) {
  const address = `${site.url}/admin/settings/visibility`;
  const which = 'visibility' in fields ? 'visibility' : 'maintenanceText';
  const answer = await sendForm({ address, cookie: testSite.cookies.owner }, which, fields);
  expect([which, answer.status]).toEqual([which, 303]);
}

async function openAgain() {
  await change({ visibility: 'everyone', sitePassword: '' });
  await change({ maintenanceText: '', maintenance: null });
}

async function ask(address: string, { method = 'GET', cookie = '' } = {}) {
  const answer = await fetch(site.url + address, {
    method,
    redirect: 'manual',
    headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) },
    ...(method === 'POST' ? { body: new URLSearchParams({ body: 'Hello' }) } : {}),
  });
  // Streams of new comments have no end.
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel();
    return { status: answer.status, headers: answer.headers, text: '' };
  }
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

async function sendPassword(password: string, to = '/', headers: Record<string, string> = {}) {
  const body = new URLSearchParams({ password, to });
  const answer = await fetch(`${site.url}/signin/site`, { method: 'POST', body, headers, redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

async function giveBack(password: string) {
  return (await sendPassword(password)).headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function everyAddress() {
  const { createPost } = await import('../factories/posts');
  const { id, slug } = await createPost({ title: TITLE });
  const values: Record<string, string> = { slug, post: id, month: '11', page: '1', order: 'newest', part: 'posts-1' };
  const filled = routesOfBuild().map((route) =>
    route.replace(/\[([^\]]+)\]/g, (_, name: string) => values[name] ?? 'x'),
  );
  return [
    ...new Set(filled),
    '/no-such-page',
    '/wp-content/uploads/a.png',
    '/?p=1',
    '/uploads/no-such-image.webp',
    '/_s/m.json',
    '/_s/f/x?3',
    `/_s/live/${id}?since=0.0`,
  ];
}
