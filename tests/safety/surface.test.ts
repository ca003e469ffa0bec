/* oxlint-disable vitest/valid-expect -- Vitest takes a second argument: which address it was. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Product } from '../setup/product';
import { observatoryScore, parsePolicy } from './observatory';
import { removeTestSite, createTestSite, createOwnDatabase, type TestSite } from './test-site';

const dataDir = createOwnDatabase();
const canary = 'canary-5e0c1d';
let testSite: TestSite;
let site: Product;
let slug = '';

beforeAll(async () => {
  testSite = await createTestSite(dataDir);
  const { createPost } = await import('../factories/posts');
  ({ slug } = await createPost());
  await createPost({ slug: 'hidden-draft', status: 'draft', title: canary, publishAt: null });
  await createPost({ slug: 'hidden-bin', status: 'trashed', title: canary });
  await createPost({ slug: 'hidden-private', status: 'private', title: canary });
  await createPost({ slug: 'hidden-later', title: canary, publishAt: new Date(Date.now() + 86_400_000) });
  mkdirSync(join(dataDir, 'uploads'), { recursive: true });
  writeFileSync(join(dataDir, 'uploads/picture.png'), 'not really');
  writeFileSync(join(dataDir, 'uploads/script.svg'), '<svg onload="alert(1)"/>');
  site = await startServer({
    DATA_DIR: dataDir,
    DATABASE_URL: `file:${dataDir}/masthead.db`,
    OIDC_SECRET: canary,
    OIDC_ID: 'id',
    OIDC_ISSUER: 'http://127.0.0.1:9',
  });
});

afterAll(() => removeTestSite(site, dataDir));

const open = (path: string, cookie = '') =>
  fetch(site.url + path, { redirect: 'manual', headers: cookie ? { cookie } : {} });

test('every kind of page scores an A or better, and runs only scripts that its policy names', async () => {
  const pages = ['/', `/${slug}`, '/archive', '/signin', '/signup', '/nowhere', '/no/where/at/all', '/search?q=sea'];
  const asOwner = ['/admin', '/account', '/admin/comments', '/admin/users'];
  for (const path of [...pages, ...asOwner]) {
    const answer = await open(path, asOwner.includes(path) ? testSite.cookies.owner : '');
    const html = await answer.text();
    const policy = answer.headers.get('content-security-policy') ?? '';
    const scripts = parsePolicy(policy).get('script-src') ?? [];
    expect(answer.headers.get('content-type'), path).toContain('text/html');
    expect(observatoryScore({ headers: answer.headers, html }), path).toBeGreaterThanOrEqual(100);
    expect(scripts, path).not.toContain("'unsafe-inline'");
    expect(policy.length, path).toBeLessThan(4_096);
    for (const { nonce, hash } of inlineScripts(html)) {
      expect(
        scripts.includes(`'sha256-${hash}'`) || scripts.includes(`'nonce-${nonce}'`),
        `${path}: an inline script`,
      ).toBe(true);
    }
    expect(html, path).not.toMatch(/\son(click|load|error|submit)=/i);
  }
});

test('other responses carry the same headers', async () => {
  for (const path of [
    '/feed.xml',
    '/robots.txt',
    '/sitemap.xml',
    '/api/me',
    '/healthz',
    '/uploads/picture.png',
    '/uploads/none.png',
    '/_next/static/none.js',
  ]) {
    const { headers } = await open(path);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBeTruthy();
    expect(headers.get('x-powered-by'), path).toBeNull();
  }
});

test("one user's pages are never cached", async () => {
  for (const path of ['/admin', '/account', '/api/me', '/signin']) {
    expect((await open(path, testSite.cookies.owner)).headers.get('cache-control'), path).toMatch(/no-store/);
  }
});

test('hidden content appears nowhere', async () => {
  const listings = [
    '/',
    '/archive',
    '/feed.xml',
    '/rss.xml',
    '/feed.json',
    '/sitemap.xml',
    '/sitemaps/posts-1.xml',
    '/search?q=canary',
  ];
  const posts = ['hidden-draft', 'hidden-bin', 'hidden-private', 'hidden-later'].flatMap((hidden) =>
    ['', '.rsc', '.txt', '?_rsc=1', '/feed.xml', '/x.css', '/comments/page/1'].map((suffix) => `/${hidden}${suffix}`),
  );
  for (const path of [...listings, ...posts]) expect(await (await open(path)).text(), path).not.toContain('canary-5');
  const flight = await fetch(`${site.url}/hidden-draft`, { headers: { rsc: '1' } });
  expect(await flight.text()).not.toContain(canary);
});

test('nothing outside of what is public can be had as a file', async () => {
  const tries = [
    '/.env', '/.git/config', '/masthead.db', '/data/masthead.db', '/secrets.json', '/package.json', '/next.config.ts',
    '/uploads/../secrets.json', '/uploads/..%2fsecrets.json', '/uploads/%2e%2e/secrets.json', '/uploads/..%5csecrets.json',
    '/uploads/....//secrets.json', '/uploads/%00/../secrets.json', '/uploads/script.svg', '/uploads/', '/uploads//etc/passwd',
    '/_next/static/../server/app-paths-manifest.json', '/_next/static/%2e%2e/server/app-paths-manifest.json',
    '/_next/static/..%2fBUILD_ID', '/_next/../package.json', '/_next/image?url=%2Fuploads%2Fpicture.png&w=64&q=75',
    '/%2e%2e/%2e%2e/etc/passwd', '/..;/etc/passwd', '/\\..\\..\\etc\\passwd',
  ]; // prettier-ignore
  for (const path of tries) {
    const { status, body } = await raw(path);
    expect([301, 303, 307, 308, 400, 404], `${path}: ${status}`).toContain(status);
    expect(body, path).not.toMatch(/root:|"signing"|SQLite format|"dependencies"|<svg onload/);
  }
});

test('no address redirects to another site', async () => {
  for (const path of [
    '//evil.test',
    '/\\evil.test',
    '//evil.test/%2e%2e',
    '/%5cevil.test/',
    '///evil.test/A/',
    'http://evil.test/A/',
  ]) {
    const { location = '' } = await raw(path);
    expect(location, path).not.toMatch(/^(https?:)?[/\\]{2}|^[a-z]+:/i);
  }
});

test('refuses endless headers, and keeps serving', async () => {
  const socket = connect(Number(new URL(site.url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`);
  await closed;

  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  expect((await open('/')).status).toBe(200);
});

test('no bundle, page or log holds a secret, and secret files are readable by their owner alone', () => {
  const stored = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as { auth: string; signing: string };
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o077).toBe(0);
  const said = site.stdout() + site.stderr();
  const bundles = readdirSync('.next/static', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
  for (const secret of [stored.auth, stored.signing, canary]) {
    expect(said).not.toContain(secret);
    expect(bundles).not.toContain(secret);
  }
  expect(bundles).not.toMatch(/passwordHash|DATABASE_URL|sourceMappingURL/);
});

test('dependencies are newer than their known vulnerabilities', () => {
  const floors = {
    next: '16.3.8',
    'next-auth': '4.24.15',
    sharp: '0.35.0',
    'better-sqlite3': '13.0.0',
    nodemailer: '10.0.0',
  };
  for (const [name, floor] of Object.entries(floors)) {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string };
    expect(version.localeCompare(floor, 'en', { numeric: true }), `${name} ${version}`).toBeGreaterThanOrEqual(0);
  }
});

function inlineScripts(html: string) {
  return [...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/type="application\//.test(attributes))
    .map(([, attributes = '', text = '']) => ({
      nonce: /nonce="([^"]+)"/.exec(attributes)?.[1] ?? '',
      hash: createHash('sha256').update(text).digest('base64'),
    }));
}

/** Sends the path exactly as it is written. */
function raw(path: string) {
  return new Promise<{ status: number; location?: string; body: string }>((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port: new URL(site.url).port, path, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += String(chunk)));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', body }),
      );
    });
    asking.on('error', reject);
    asking.end();
  });
}

test('a form that no build of the site knows is answered in words, with what was typed and no password', async () => {
  const typed = 'Two <b>words</b> & "more"';
  for (const path of [`/${slug}`, '/signup', '/account']) {
    const form = new FormData();
    form.set('$ACTION_REF_1', '');
    form.set('$ACTION_1:0', JSON.stringify({ id: `40${'ab'.repeat(20)}`, bound: '$@1' }));
    form.set('$ACTION_1:1', '[{}]');
    form.set('body', typed);
    form.set('password', 'open the door');
    const send = (headers: Record<string, string>) =>
      fetch(site.url + path, {
        method: 'POST',
        body: form,
        redirect: 'manual',
        headers: { origin: site.url, ...headers },
      });

    const page = await send({});
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')], path).toEqual([409, 'text/html; charset=utf-8']);
    expect(page.headers.get('cache-control'), path).toBe('no-store');
    expect(html, path).toContain('This site was updated while your page was open.');
    expect(html, path).toContain('Two &lt;b&gt;words&lt;/b&gt; &amp; &quot;more&quot;');
    expect(html, path).toContain(`<a href="${path}">Open the page again</a>`);
    expect(html, path).not.toContain('open the door');

    const script = await send({ 'next-action': `40${'ab'.repeat(20)}` });
    expect([script.status, script.headers.get('x-nextjs-action-not-found')], path).toEqual([409, '1']);
  }
});
