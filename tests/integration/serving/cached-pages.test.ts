import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { cachedRead } from '@/lib/caching/cached-read';
import { caches } from '@/lib/caching/process-caches';
import { newId } from '@/lib/platform/ids';
import { pageCacheBytes } from '@/server/cache/page-cache';
import { sendStatic, serveApplication } from './application';

const fresh = () => `/page-${newId()}`;

/** Something that the application shows, and that a write changes. */
function notebook() {
  const tag = `notebook:${newId()}`;
  let text = 'first';
  return {
    read: () => cachedRead({ key: tag, tags: [tag], load: async () => text, atBuild: '' }),
    write: async (next: string) => {
      text = next;
      await caches.invalidate([tag]);
    },
  };
}

test('renders a page once and serves it from memory until its content changes', async () => {
  const book = notebook();
  let renderings = 0;
  const { ask } = await serveApplication(async (_, response) => {
    renderings += 1;
    sendStatic(response, await book.read());
  });
  const path = fresh();
  expect((await ask(path)).body).toBe('first');
  expect((await ask(path)).body).toBe('first');
  expect(renderings).toBe(1);

  await book.write('second');

  expect((await ask(path)).body).toBe('second');
});

test('the next request shows what was written during a rendering', async () => {
  const book = notebook();
  let meanwhile: (() => Promise<void>) | null = () => book.write('written meanwhile');
  const { ask } = await serveApplication(async (_, response) => {
    const text = await book.read();
    await meanwhile?.();
    meanwhile = null;
    sendStatic(response, text);
  });
  const path = fresh();
  expect((await ask(path)).body).toBe('first');
  expect((await ask(path)).body).toBe('written meanwhile');
});

test('a read that was begun before a change is not joined by a page that is begun after it', async () => {
  const tag = `slow:${newId()}`;
  let stored = 'old';
  const release: (() => void)[] = [];
  const load = async () => {
    const seen = stored;
    await new Promise<void>((resolve) => release.push(resolve));
    return seen;
  };
  // The tags depend on the result, so they are unknown while it is loading.
  const read = () => cachedRead({ key: tag, tags: () => [tag], load, atBuild: '' });
  const { ask } = await serveApplication(async (_, response) => sendStatic(response, await read()));
  const [one, other] = [fresh(), fresh()];
  const before = ask(one);
  await expect.poll(() => release.length).toBe(1);
  stored = 'new';
  await caches.invalidate([tag]);
  const after = ask(other);
  await expect.poll(() => release.length).toBe(2);
  for (const go of release) go();

  expect((await before).body).toBe('old');
  expect((await after).body).toBe('new');
  const again = ask(one);
  expect((await again).body).toBe('new');
});

test('a nested read makes the outer cached read stale', async () => {
  const inner = notebook();
  const key = `outer:${newId()}`;
  const outer = () => cachedRead({ key, tags: [], load: async () => `around ${await inner.read()}`, atBuild: '' });
  const { ask } = await serveApplication(async (_, response) => sendStatic(response, await outer()));
  const path = fresh();
  expect((await ask(path)).body).toBe('around first');

  await inner.write('second');

  expect((await ask(path)).body).toBe('around second');
});

test('a hundred readers at once cause one rendering', async () => {
  let renderings = 0;
  const { ask, arrived } = await serveApplication(async (_, response) => {
    renderings += 1;
    await expect.poll(arrived).toBe(100);
    sendStatic(response, 'one for all');
  });
  const path = fresh();
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask(path)));

  expect(new Set(answers.map((answer) => answer.body))).toEqual(new Set(['one for all']));
  expect(renderings).toBe(1);
});

test('a reader who disconnects does not cancel the rendering for others', async () => {
  let renderings = 0;
  let finish = () => {};
  const { ask, port } = await serveApplication(async (_, response) => {
    renderings += 1;
    await new Promise<void>((resolve) => (finish = resolve));
    sendStatic(response, 'whole');
  });
  const path = fresh();
  const leaving = connect(port, '127.0.0.1');
  leaving.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
  await expect.poll(() => renderings).toBe(1);
  const waiting = ask(path);
  leaving.destroy();
  finish();

  expect((await waiting).body).toBe('whole');
  expect(renderings).toBe(1);
});

test.each([
  ['sets a cookie', { 'Set-Cookie': 'a=b', 'Cache-Control': 's-maxage=60' }, 200],
  ['is private', { 'Cache-Control': 'private, no-store' }, 200],
  ['says nothing of caching', {}, 200],
  ['is a passing redirect', { Location: '/elsewhere', 'Cache-Control': 's-maxage=60' }, 307],
])('a response that %s is never cached', async (_, headers, status) => {
  let renderings = 0;
  const { ask } = await serveApplication((_, response) => {
    renderings += 1;
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(`rendering ${renderings}`);
  });
  const path = fresh();
  await ask(path);
  const second = await ask(path);

  expect(second.body).toBe('rendering 2');
  expect(second.headers['cache-control']).toContain('no-store');
});

test('a page is the same whatever the reader sends along', async () => {
  const { ask } = await serveApplication((request, response) =>
    sendStatic(response, JSON.stringify({ url: request.url, headers: request.headers })),
  );
  const path = fresh();
  const poisoned = await ask(`${path}?evil=query`, {
    headers: {
      host: 'evil.test',
      'x-forwarded-host': 'evil.test',
      'x-forwarded-proto': 'evil',
      'x-middleware-subrequest': 'evil',
      'x-invoke-path': '/evil',
      'next-url': '/evil',
      'accept-language': 'evil',
      'user-agent': 'evil',
      cookie: 'session=evil',
      authorization: 'evil',
    },
  });
  const clean = await ask(path);

  expect(poisoned.body).toBe(clean.body);
  expect(clean.body).not.toContain('evil');
});

test('no spelling of an address replaces one page with another', async () => {
  const { ask } = await serveApplication((request, response) => sendStatic(response, request.url ?? ''));
  const path = fresh();
  for (const spelling of [
    `//evil.test${path}`,
    `/\\evil.test${path}`,
    `http://evil.test${path}`,
    `/a/..${path}`,
    `/.${path}`,
  ]) {
    await ask(spelling);
  }

  expect((await ask(path)).body).toBe(path);
  expect((await ask(`//evil.test${path}`)).body).toBe(`/evil.test${path}`);
});

test('HEAD, conditional requests and Range', async () => {
  const { ask } = await serveApplication((_, response) => sendStatic(response, 'x'.repeat(2_000)));
  const path = fresh();
  const whole = await ask(path);
  const etag = String(whole.headers.etag);

  const head = await ask(path, { method: 'HEAD' });
  expect(head).toMatchObject({ status: 200, body: '', headers: { 'content-length': '2000', etag } });
  for (const held of [etag, `"other", ${etag}`, etag.replace('W/', ''), '*']) {
    const answer = await ask(path, { headers: { 'if-none-match': held } });
    expect(answer).toMatchObject({
      status: 304,
      body: '',
      headers: { etag, 'cache-control': 'public, max-age=0, must-revalidate' },
    });
    expect(answer.headers).toHaveProperty('vary');
    expect(answer.headers).not.toHaveProperty('content-length');
  }
  expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  expect(await ask(path, { headers: { range: 'bytes=0-9' } })).toMatchObject({ status: 200, body: 'x'.repeat(2_000) });
});

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP;q=1.0', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['*', 'br'],
  ['identity', undefined],
  ['gzip;q=0', undefined],
  ['br;q=nonsense, ,;;, gzip', 'gzip'],
  ['', undefined],
])('Accept-Encoding: %s is answered with %s', async (accepted, encoding) => {
  const { ask } = await serveApplication((_, response) => sendStatic(response, 'x'.repeat(2_000)));
  const answer = await ask('/encodings', { headers: { 'accept-encoding': accepted } });

  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(answer.headers.vary).toBe('Accept-Encoding');
});

test('the cache stays within its limit with any number of pages', async () => {
  const { ask } = await serveApplication((request, response) =>
    sendStatic(response, randomBytes(750_000).toString('base64'), request.url?.startsWith('/missing') ? 404 : 200),
  );
  for (let i = 0; i < 20; i += 1) await ask(`/missing-${newId()}`);
  expect(pageCacheBytes()).toBeLessThan(12 * 1024 * 1024);
  for (let i = 0; i < 130; i += 1) await ask(fresh(), { headers: { 'accept-encoding': 'gzip' } });

  expect(pageCacheBytes()).toBeLessThan(110 * 1024 * 1024);
});

test('a page is cached in compressed form, and every reader gets the same text', async () => {
  const words = 'The quay at four in the morning. '.repeat(20_000);
  const { ask } = await serveApplication((_, response) => sendStatic(response, words));
  const path = fresh();
  const before = pageCacheBytes();
  expect((await ask(path, { headers: { 'accept-encoding': 'br' } })).headers['content-encoding']).toBe('br');
  expect(pageCacheBytes() - before).toBeLessThan(words.length / 20);
  expect((await ask(path, { headers: { 'accept-encoding': 'gzip' } })).body).toBe(words);
  expect(await ask(path)).toMatchObject({ body: words, headers: { 'content-length': String(words.length) } });
  expect((await ask(path, { headers: { 'accept-encoding': 'gzip' } })).body).toBe(words);
});

test('refuses a write from another site', async () => {
  let reached = 0;
  const { ask, port } = await serveApplication((_, response) => {
    reached += 1;
    response.end('done');
  });
  const host = `127.0.0.1:${port}`;
  const elsewhere: Record<string, string>[] = [
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { origin: `http://sub.${host}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.test', host: 'evil.test', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' },
  ];
  for (const headers of elsewhere) {
    for (const path of ['/a-post', '/admin/posts', '/api/media']) {
      expect((await ask(path, { method: 'POST', headers: { host, ...headers } })).status).toBe(403);
    }
  }
  expect(reached).toBe(0);
  const own = await ask('/a-post', {
    method: 'POST',
    headers: { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' },
  });
  expect(own.body).toBe('done');
});
