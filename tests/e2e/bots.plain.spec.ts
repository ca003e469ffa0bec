import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { isPublicAddress } from '@/server/http/routes';
import { createSampleSite } from '../factories/sample-site';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

type Manifest = { routes: Record<string, unknown>; dynamicRoutes: Record<string, unknown> };

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;

/** Throws unless the text is namespace-well-formed XML; answers with the texts of one element. */
function textsOf(name: string, xml: string) {
  const texts: string[] = [];
  let current: string | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => (current = tag.name === name ? '' : current));
  parser.on('text', (text) => (current = current === null ? null : current + text));
  parser.on('closetag', (tag) => {
    if (tag.name === name && current !== null) texts.push(current);
    if (tag.name === name) current = null;
  });
  parser.write(xml).close();
  return texts;
}

test('addresses from before a renaming lead to the new ones, with their query', async ({ request, site }) => {
  const frame = ['_n', 'f', 'an-id-and-a-hash'].join('/');
  for (const [from, to] of [
    ['admin/figures', '/admin/status'],
    ['admin/people', '/admin/users'],
    ['admin/people/invite', '/admin/users/invite'],
    ['signin/forgotten', '/signin/forgot-password'],
    [frame, '/_s/f/an-id-and-a-hash'],
  ]) {
    for (const query of ['', '?to=%2Fa-post&q=nets%20%26%20ropes', '?2']) {
      const answer = await request.get(`${site.url}/${from}${query}`, { maxRedirects: 0 });
      const location = (answer.headers().location ?? '').replace(site.url, '');
      expect([from, answer.status(), location]).toEqual([from, 308, to + query]);
    }
  }
});

test('every public address is static in the build', () => {
  const { routes, dynamicRoutes } = json('.next/prerender-manifest.json') as Manifest;
  const all = Object.values(json('.next/app-path-routes-manifest.json') as Record<string, string>);
  const isOurs = (route: string) => isPublicAddress(route) && !route.startsWith('/_');
  const missing = all.filter((route) => isOurs(route) && !(route in routes) && !(route in dynamicRoutes));

  expect(all.filter(isOurs).length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

test('feeds parse, agree on ids, and are cached like pages', async ({ request, site }) => {
  const { newest, tag, ada } = await createSampleSite();
  await createPost({ title: 'Not yet', publishAt: new Date(Date.now() + 3_600_000) });
  await site.refresh(['list']);

  for (const of of ['', `/tag/${tag.slug}`, `/author/${ada.slug}`, `/${newest.publishAt?.getUTCFullYear()}`]) {
    const [atom, rss, feed] = await Promise.all(
      ['feed.xml', 'rss.xml', 'feed.json'].map((name) => request.get(`${site.url}${of}/${name}`)),
    );
    expect(atom!.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
    const atomText = await atom!.text();
    const ids = textsOf('id', atomText).slice(1);
    expect(ids).toContain(newest.feedId);
    expect(textsOf('guid', await rss!.text())).toEqual(ids);
    expect(((await feed!.json()) as { items: { id: string }[] }).items.map((item) => item.id)).toEqual(ids);
    expect(atomText).not.toContain('Not yet');
    const again = await request.get(`${site.url}${of}/feed.xml`, {
      headers: { 'If-None-Match': atom!.headers().etag ?? '' },
    });
    expect(again.status()).toBe(304);
  }
});

test('every address in the sitemap answers and is its own canonical', async ({ request, site }) => {
  const index = textsOf('loc', await (await request.get(`${site.url}/sitemap.xml`)).text());
  expect(index.length).toBeGreaterThanOrEqual(4);
  for (const part of index) {
    const entries = textsOf('loc', await (await request.get(site.url + new URL(part).pathname)).text());
    for (const entry of entries) {
      const { pathname } = new URL(entry);
      const answer = await request.get(site.url + pathname);
      expect(answer.status(), entry).toBe(200);
      expect(await answer.text(), entry).toContain(`<link rel="canonical" href="${entry}"/>`);
    }
  }
});

test('a post’s head says what it is', async ({ page, site }) => {
  const { newest } = await createSampleSite();
  await page.goto(`${site.url}/${newest.slug}`);

  await expect(page.locator('link[rel=canonical]')).toHaveCount(1);
  await expect(page.locator('meta[property="og:type"]')).toHaveAttribute('content', 'article');
  const feeds = page.locator('link[rel=alternate][type="application/atom+xml"]');
  await expect(feeds.nth(0)).toHaveAttribute('href', /^https?:\/\/[^/]+\/feed\.xml$/);
  await expect(feeds.nth(1)).toHaveAttribute('href', new RegExp(`/${newest.slug}/feed.xml$`));
  await expect(page.locator('meta[property="og:image"]')).toHaveCount(1);
  await expect(page.locator('link[rel=manifest]')).toHaveAttribute('href', '/manifest.webmanifest');
  const graph = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as {
    '@graph': { '@type': string }[];
  };
  expect(graph['@graph'].map((node) => node['@type'])).toEqual([
    'WebSite',
    'Organization',
    'BreadcrumbList',
    'BlogPosting',
  ]);
});

test('a feed opened in a browser is a readable page with links', async ({ page, site }) => {
  const { newest, tag } = await createSampleSite();
  await site.refresh(['list', `address:${newest.slug}`, `address:${tag.slug}`]);
  for (const path of ['/feed.xml', '/rss.xml', `/tag/${tag.slug}/rss.xml`]) {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(site.url + path);
    await expect(page.getByText('This is a web feed')).toBeVisible();
    await expect(page.getByText(`${site.url}${path}`, { exact: true })).toBeVisible();
    await expect(page.getByText(newest.feedId)).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    // Playwright finds no roles in XML documents.
    await page.locator(`a[href="${site.url}/${newest.slug}"]`).click();
    await expect(page).toHaveURL(`${site.url}/${newest.slug}`);
  }
});

test('a missing feed is a page in browsers and a line of text for programs', async ({ page, request, site }) => {
  const { newest } = await createSampleSite();
  await site.refresh(['list', `address:${newest.slug}`]);
  for (const path of ['/nothing/feed.xml', '/tag/nothing/rss.xml', '/author/nobody/feed.json', '/1850/feed.xml']) {
    const answer = await page.goto(site.url + path);
    expect([answer?.status(), answer?.headers()['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(answer?.headers().vary, path).toMatch(/^Accept(?:,|$)/);
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
    await expect(page.getByRole('searchbox').last()).toBeVisible();
    for (const accept of ['*/*', 'application/rss+xml, application/atom+xml, text/html;q=0.5']) {
      const received = await request.get(site.url + path, { headers: { accept } });
      expect([received.status(), await received.text()]).toEqual([404, 'Feed not found.\n']);
    }
  }
});

test('what browsers and other systems ask for by themselves is there, or leads on in one step', async ({
  request,
  site,
}) => {
  const { newest, tag } = await createSampleSite();
  await site.refresh(['list']);
  const types = {
    '/favicon.ico': /^image\/(x-icon|vnd\.microsoft\.icon)/,
    '/apple-touch-icon.png': /^image\/png/,
    '/icon-512.png': /^image\/png/,
    '/manifest.webmanifest': /^application\/manifest\+json/,
    '/looks.css': /^text\/css/,
    '/comments/feed.xml': /^application\/atom\+xml/,
    '/comments/rss.xml': /^application\/rss\+xml/,
    '/comments/feed.json': /^application\/feed\+json/,
  };
  for (const [path, type] of Object.entries(types)) {
    const answer = await request.get(site.url + path);
    expect([path, answer.status()]).toEqual([path, 200]);
    expect(answer.headers()['content-type']).toMatch(type);
  }
  const leads = {
    '/apple-touch-icon-precomposed.png': '/apple-touch-icon.png',
    '/rss/': '/rss.xml',
    '/feed': '/rss.xml',
    '/atom.xml': '/feed.xml',
    '/comments/feed/': '/comments/rss.xml',
    [`/${newest.slug}/amp/`]: `/${newest.slug}`,
    [`/${newest.slug}/comment-page-2/`]: `/${newest.slug}`,
    [`/${newest.slug}/feed/`]: `/${newest.slug}/rss.xml`,
    [`/tag/${tag.slug}/rss/`]: `/tag/${tag.slug}/rss.xml`,
    '/wp-sitemap.xml': '/sitemap.xml',
  };
  for (const [path, to] of Object.entries(leads)) {
    const answer = await request.get(site.url + path, { maxRedirects: 0 });
    expect([path, answer.status(), answer.headers().location]).toEqual([path, 301, to]);
    expect((await request.get(site.url + to)).status()).toBe(200);
  }
  expect((await request.get(`${site.url}/xmlrpc.php`)).status()).toBe(410);
});

const nowhere = `/comments /comments/anything /comments/feed.txt /nothing/amp /nothing.php /tag /tag/nothing /author
  /author/nothing /sitemaps/none-1.xml /feed/none /page/0 /page/x /9999 /2024/13 /uploads/none.jpg /_next/none.js
  /_s/f/none /preview/none /preview/slots/none /signin/none /signup/none /account/none /search/none /setup/none /api/none
  /api/me/none /.well-known/none /.env /manifest.json /?p=9999 /?cat=9999&utm_source=x /?page_id=9
  /?attachment_id=9 /?author=9`.split(/\s+/);

test('an address that nothing answers is a 404 everywhere', async ({ request, site }) => {
  const { newest } = await createSampleSite();
  await site.refresh(['list', `address:${newest.slug}`]);
  const ofPost = 'x comments comments/none comments/page/99 comments/page/x feed.txt'.split(' ');
  const unknown = [...nowhere, ...ofPost.map((tail) => `/${newest.slug}/${tail}`)];
  for (const path of unknown) {
    const answer = await request.get(site.url + path, { maxRedirects: 0 });
    expect([path, answer.status()]).toEqual([path, 404]);
  }
});

test('page 1 has one address, and there is no page past the end', async ({ request, site }) => {
  const first = await request.get(`${site.url}/page/1`, { maxRedirects: 0 });

  expect([first.status(), first.headers().location]).toEqual([308, '/']);
  const beyond = await request.get(`${site.url}/page/99`);
  expect([beyond.status(), /<title>([^<]*)/.exec(await beyond.text())?.[1]]).toEqual([404, 'Not found — Harbour News']);
  expect((await request.get(`${site.url}/robots.txt`)).status()).toBe(200);
});

test('a record that is not there is said to be missing, in words', async ({ page, context, site }) => {
  await site.signIn(context, 'owner');
  const parts = ['posts', 'tags', 'media', 'import', 'people', 'slots'].map((part) => `/admin/${part}/none`);
  for (const path of [...parts, '/preview/none']) {
    const answer = await page.goto(site.url + path);
    expect([path, answer?.status()]).toEqual([path, 404]);
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  }
});

test('a query that names nothing by its number leaves the front page as it is', async ({ request, site }) => {
  for (const query of ['?p=about', '?m=1', '?utm_source=x', '?preview=true']) {
    const answer = await request.get(`${site.url}/${query}`, { maxRedirects: 0 });
    expect([query, answer.status()]).toEqual([query, 200]);
  }
});

test('a scheduled post appears at its second, on the home page and beside its neighbour, by itself', async ({
  request,
  site,
}) => {
  await createPost({ title: 'Already there', slug: `there-${Date.now()}` });
  const publishAt = new Date(Date.now() + 12_000);
  const title = `Due at ${publishAt.toISOString()}`;
  const post = await createPost({ title, publishAt, contentUpdatedAt: publishAt });
  await site.refresh(['list', `address:${post.slug}`]);

  expect((await request.get(`${site.url}/${post.slug}`)).status()).toBe(404);
  expect(await (await request.get(site.url)).text()).not.toContain(title);
  await expect.poll(async () => (await request.get(site.url)).text(), { timeout: 30_000 }).toContain(title);

  expect(Date.now()).toBeGreaterThanOrEqual(publishAt.getTime());
  await expect.poll(async () => (await request.get(`${site.url}/${post.slug}`)).status()).toBe(200);
});
