/* oxlint-disable vitest/valid-expect -- Vitest takes a second argument: which address it was. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { familyOf, startServer, until, type Product } from '../setup/product';
import { ask, repeat } from './request';

const dataDir = mkdtempSync(join(tmpdir(), 'masthead-hostile-'));
let site: Product;
let article = '';

beforeAll(async () => {
  const start = () => startServer({ DATA_DIR: dataDir, DATABASE_URL: `file:${dataDir}/masthead.db` });
  // The sample site's image is added after the first start and changes pages; at the second all is at rest.
  site = await start();
  await until(async () => (await ask(site.url, '/')).text.includes('<picture'));
  await stop();
  site = await start();
  const home = await ask(site.url, '/');
  article =
    /<h2[^>]*><a href="(\/[a-z0-9-]+)"/.exec(home.text)?.[1] ??
    /href="(\/[a-z0-9]+-[a-z0-9-]+)"/.exec(home.text)?.[1] ??
    '';
});

afterAll(async () => {
  await stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function stop() {
  site.process.kill('SIGTERM');
  await site.ended;
}

const residentMegabytes = () =>
  familyOf(site.process.pid!)
    .map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
    .reduce((sum, megabytes) => sum + megabytes, 0);
const kinds = () => ['/', article, '/archive', '/feed.xml', '/rss.xml', '/feed.json', '/sitemap.xml', '/robots.txt'];

test('every public address has one validator, the right variants, and nothing for those who hold it', async () => {
  for (const path of [...kinds(), '/_next/static/' + (await someScript())]) {
    const plain = await ask(site.url, path);
    expect(plain.status, path).toBe(200);
    const etag = String(plain.headers.etag);
    for (const encoding of ['gzip', 'br']) {
      const answer = await ask(site.url, path, { headers: { 'accept-encoding': encoding } });
      expect(answer.text, path).toBe(plain.text);
      expect(answer.headers.etag, path).toBe(etag);
      expect(Number(answer.headers['content-length']), path).toBe(answer.raw.byteLength);
      const isLong = plain.raw.byteLength > 512;
      expect(answer.headers['content-encoding'], path).toBe(isLong ? encoding : undefined);
      const varies = [/\/(feed|rss)\.xml$/.test(path) && 'Accept', isLong && 'Accept-Encoding'].filter(Boolean);
      const vary = varies.join(', ') || undefined;
      expect([answer.headers.vary, plain.headers.vary], path).toEqual([vary, vary]);
      const head = await ask(site.url, path, { method: 'HEAD', headers: { 'accept-encoding': encoding } });
      expect(head.raw.byteLength, path).toBe(0);
      expect(head.headers['content-length'], path).toBe(answer.headers['content-length']);
    }
    const held = await ask(site.url, path, { headers: { 'if-none-match': `"x", ${etag}`, 'accept-encoding': 'br' } });
    expect(held, path).toMatchObject({ status: 304, headers: { etag } });
    expect(held.headers['cache-control'], path).toBe(plain.headers['cache-control']);
    expect(plain.headers['cache-control'], path).toMatch(/^public, max-age=(0, must-revalidate|31536000, immutable)$/);
  }
});

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
const reader = 'application/rss+xml, application/atom+xml;q=0.9, */*;q=0.1';

test('a feed is a page to browsers and a feed to programs, whichever requested it first', async () => {
  const feeds = [
    '/feed.xml',
    '/rss.xml',
    '/comments/feed.xml',
    '/comments/rss.xml',
    `${article}/feed.xml`,
    '/2999/rss.xml',
  ];
  for (const [turn, path] of feeds.entries()) {
    const accepts = turn % 2 === 0 ? [browser, reader, undefined, browser] : [reader, browser, undefined, reader];
    const is404 = path.startsWith('/2999');
    for (const accept of accepts) {
      const type = is404
        ? `text/${accept === browser ? 'html' : 'plain'}; charset=utf-8`
        : accept === browser
          ? 'text/xml; charset=utf-8'
          : `application/${path.endsWith('rss.xml') ? 'rss' : 'atom'}+xml; charset=utf-8`;
      const answer = await ask(site.url, path, { headers: accept ? { accept } : {} });
      const what = `${path} ${accept}`;
      expect([answer.status, answer.headers['content-type']], what).toEqual([is404 ? 404 : 200, type]);
      expect(answer.headers.vary, what).toMatch(/^Accept(?:, Accept-Encoding)?$/);
      expect(answer.text.includes('/feed.css'), what).toBe(type.startsWith('text/xml'));
      if (is404) continue;
      const etag = String(answer.headers.etag);
      for (const other of [browser, reader]) {
        const held = await ask(site.url, path, { headers: { accept: other, 'if-none-match': etag } });
        expect(held.status, `${what} held, asked by ${other}`).toBe(
          (other === browser) === (accept === browser) ? 304 : 200,
        );
      }
    }
  }
  const page = await ask(site.url, '/feed.xml', { headers: { accept: browser } });
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/);
  expect(
    (await ask(site.url, '/feed.xml', { headers: { accept: reader } })).headers['cross-origin-resource-policy'],
  ).toBe('cross-origin');
  expect((await ask(site.url, '/feed.json', { headers: { accept: browser } })).headers['content-type']).toBe(
    'application/feed+json; charset=utf-8',
  );
  expect((await ask(site.url, '/feed.css')).headers['content-type']).toMatch(/^text\/css/);
});

test('what an Accept-Encoding contradicts itself about is never answered with what it refuses', async () => {
  const answers: [string, string | undefined][] = [
    ['br;q=0, gzip;q=0, identity;q=0, *;q=0', undefined],
    ['*;q=0', undefined],
    ['identity;q=0, gzip', 'gzip'],
    ['gzip;q=0.9, br;q=0.1', 'gzip'],
    ['gzip;q=0.5, identity;q=1', undefined],
    ['x-gzip', 'gzip'],
    ['br;q=2, gzip;q=-1', undefined],
    ['br;q=1e9', undefined],
    [Array.from({ length: 300 }, (_, i) => `e${i}`).join(', '), undefined],
    ['gzip, gzip;q=0', undefined],
    ['\tBR ;Q=1', 'br'],
  ];
  const plain = await ask(site.url, article);
  for (const [accepted, encoding] of answers) {
    const answer = await ask(site.url, article, { headers: { 'accept-encoding': accepted } });
    expect(answer.headers['content-encoding'], accepted).toBe(encoding);
    expect(answer.text, accepted).toBe(plain.text);
  }
});

test('no header of one reader shows in the page of another', async () => {
  const poison = 'poison-7d1f';
  const unkeyed: Record<string, string>[] = [
    {
      'x-forwarded-host': `${poison}.test`,
      'x-forwarded-proto': poison,
      'x-forwarded-port': '1',
      forwarded: `host=${poison}`,
    },
    { host: `${poison}.test` },
    {
      'x-original-url': `/${poison}`,
      'x-rewrite-url': `/${poison}`,
      'x-invoke-path': `/${poison}`,
      'x-invoke-query': poison,
    },
    { 'x-middleware-subrequest': 'middleware:middleware', 'x-middleware-rewrite': `/${poison}`, 'x-nextjs-data': '1' },
    {
      'x-matched-path': `/${poison}`,
      'next-url': `/${poison}`,
      'x-now-route-matches': poison,
      'x-prerender-revalidate': poison,
    },
    { cookie: `__prerender_bypass=${poison}; signed-in=1; theme=${poison}`, authorization: poison },
    {
      'accept-language': poison,
      'user-agent': `${poison} Googlebot`,
      origin: `https://${poison}.test`,
      referer: poison,
    },
    {
      'x-http-method-override': 'POST',
      'x-masthead-client': poison,
      'content-security-policy': `script-src ${poison}`,
    },
    { accept: 'text/x-component', 'x-action-redirect': poison, 'cache-control': 'no-cache', pragma: 'no-cache' },
  ];
  for (const [i, headers] of unkeyed.entries()) {
    // An address that was not requested yet, and a cached one.
    for (const path of [`/tag/fresh-${i}`, `/archive?cb=${i}`, article]) {
      const poisoned = await ask(site.url, path, { headers });
      const clean = await ask(site.url, path);
      expect(clean.text, path).not.toContain(poison);
      expect(JSON.stringify(clean.headers), path).not.toContain(poison);
      expect(poisoned.text, path).toBe(clean.text);
    }
  }
});

test("what Next's own scripts ask for never takes the place of a page", async () => {
  const requests: Record<string, string>[] = [
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { rsc: '1', 'next-router-state-tree': '%5B%22%22%5D' },
    { rsc: '1', 'next-router-state-tree': 'nonsense' },
    { 'next-router-prefetch': '1' },
    { 'next-action': 'a'.repeat(42) },
    { 'next-router-segment-prefetch': '/_index' },
  ];
  const before = await ask(site.url, article);
  for (const headers of requests) {
    for (const path of [article, `${article}?_rsc=abc12`, `${article}.rsc`, `${article}.segments/_tree.segment.rsc`]) {
      const answer = await ask(site.url, path, { headers });
      const isPubliclyCacheable =
        answer.status === 200 && !String(answer.headers['cache-control']).includes('no-store');
      expect(isPubliclyCacheable && answer.text !== before.text, path).toBe(false);
    }
    const clean = await ask(site.url, article);
    expect(clean.text).toBe(before.text);
    expect(clean.headers['content-type']).toBe('text/html; charset=utf-8');
  }
});

test('thousands of different queries are one page, and one page in memory', async () => {
  const before = residentMegabytes();
  const tags = await repeat(2_000, 32, async (i) => {
    const answer = await ask(site.url, `/robots.txt?utm_${i}=${'q'.repeat(100)}${i}`, {
      method: i % 50 === 0 ? 'GET' : 'HEAD',
    });
    return `${answer.status} ${String(answer.headers.etag)} ${i % 50 === 0 ? answer.text : ''}`.trim();
  });
  const { text, headers } = await ask(site.url, '/robots.txt');

  expect(new Set(tags)).toEqual(new Set([`200 ${String(headers.etag)}`, `200 ${String(headers.etag)} ${text}`.trim()]));
  expect(residentMegabytes() - before).toBeLessThan(120);
});

test('random addresses are not found, and forgotten', async () => {
  const before = residentMegabytes();
  const statuses = await repeat(120, 4, async (i) => {
    const { status } = await ask(site.url, `/${i}-${'long'.repeat(450)}`, { headers: { 'accept-encoding': 'br' } });
    return status;
  });
  expect(new Set(statuses)).toEqual(new Set([404]));
  expect(residentMegabytes() - before).toBeLessThan(400);
  expect((await ask(site.url, `/${'x'.repeat(2_500)}`)).status).toBe(414);
  expect((await ask(site.url, article)).status).toBe(200);
});

test('odd requests get a short answer, and the server goes on', async () => {
  expect((await ask(site.url, '/', { headers: { 'x-huge': 'h'.repeat(20_000) } })).status).toBe(431);
  expect((await ask(site.url, article, { headers: { range: 'bytes=0-9, 5-6, -1' } })).status).toBe(200);
  const { hostname, port } = new URL(site.url);
  const raw = [
    'GET / HTTP/1.1\r\n\r\n',
    'GET /%00%ff%c0%ae%2e%2e HTTP/1.1\r\nHost: x\r\n\r\n',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n',
    'BREW / HTTP/1.1\r\nHost: x\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  ];
  for (const text of raw) expect(await sendRaw(hostname, Number(port), text), text).toMatch(/^(HTTP\/1\.1 [2345]|$)/);
  const twoHosts = 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n';
  expect(await sendRaw(hostname, Number(port), twoHosts)).toMatch(/^HTTP\/1\.1 400 /);
  for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
    expect((await ask(site.url, article, { method })).status, method).toBe(405);
  }
  expect((await ask(site.url, article)).status).toBe(200);
});

test('an address whose percent signs stand for no text is one that nothing answers', async () => {
  for (const place of ['', '/tag', '/author', '/2026', '/signin', '/account', '/admin', '/api', '/preview', article]) {
    for (const odd of ['%', '50%', '%zz', '%e0%a4%', 'caf%e9']) {
      expect((await ask(site.url, `${place}/${odd}`)).status, `${place}/${odd}`).toBe(404);
    }
  }
});

async function someScript() {
  return /_next\/static\/([^"\\]+\.js)/.exec((await ask(site.url, '/')).text)?.[1] ?? '';
}

function sendRaw(host: string, port: number, text: string) {
  return new Promise<string>((resolve) => {
    const socket = connect(port, host, () => socket.end(text, 'latin1'));
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
  });
}
