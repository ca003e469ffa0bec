import type { Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { expect, test, type Site } from './site';

test.beforeEach(async ({ site }) => {
  const rows = await db.redirect.findMany({ select: { from: true } });
  await db.redirect.deleteMany();
  await db.missingAddress.deleteMany();
  await site.refresh(rows.map(({ from }) => `address:${from}`));
});

/** What a reader gets at an address: the status and where it leads. */
async function asked({ url }: Site, address: string, headers: Record<string, string> = {}) {
  const { status, headers: sent } = await fetch(url + address, { redirect: 'manual', headers });
  return { status, location: sent.get('location') };
}

async function fill(page: Page, { from, to, status, kind }: Record<string, string>) {
  if (from !== undefined) await page.getByLabel('From').fill(from);
  if (to !== undefined) await page.getByLabel('To', { exact: true }).fill(to);
  if (status) await page.getByLabel('Status').selectOption(status);
  if (kind) await page.getByLabel('What is redirected').selectOption(kind);
}

test('an owner adds a redirect, a reader follows it, and it is changed and deleted', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Ferry times' });
  await site.refresh([`post:${post.id}`, 'list', `address:${post.slug}`, `address:/${post.slug}`]);
  expect(await asked(site, '/old-ferry')).toMatchObject({ status: 404 });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('navigation', { name: 'Admin' }).first().getByRole('link', { name: 'Redirects' }).click();
  await expect(page.getByText('No redirects yet.')).toBeVisible();

  await page.getByRole('link', { name: 'Add redirect' }).click();
  await fill(page, { from: '/old-ferry', to: `/${post.slug}` });
  await page.getByRole('button', { name: 'Add redirect' }).click();
  await expect(page.getByText('Added: the redirect from /old-ferry.')).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: '/old-ferry' });
  await expect(row).toContainText(/301.*Exact.*By hand/);
  await expect(page.getByText('1–1 of 1')).toBeVisible();

  const reader = await context.newPage();
  await reader.goto(`${site.url}/Old-Ferry/?from=mail`);
  await expect(reader).toHaveURL(`${site.url}/${post.slug}?from=mail`);
  await expect(reader.getByRole('heading', { level: 1, name: 'Ferry times' })).toBeVisible();
  await reader.close();
  const hits = async () => (await db.redirect.findFirst({ select: { hitCount: true } }))?.hitCount;
  await expect.poll(hits, { timeout: 15_000 }).toBeGreaterThan(0);

  await page.getByRole('link', { name: '/old-ferry' }).click();
  await fill(page, { to: 'https://other.example/ferries', status: '302', kind: 'prefix' });
  await page.getByRole('button', { name: 'Save redirect' }).click();
  await expect(page.getByText('Saved: the redirect from /old-ferry.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '/old-ferry' })).toContainText(/302.*Prefix/);
  expect(await asked(site, '/old-ferry/a/b?x=1')).toEqual({
    status: 302,
    location: 'https://other.example/ferries/a/b?x=1',
  });

  await page.getByRole('link', { name: '/old-ferry' }).click();
  await page.getByRole('button', { name: 'Delete redirect…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete redirect' }).click();
  await expect(page.getByText('The redirect was deleted.')).toBeVisible();
  expect(await asked(site, '/old-ferry')).toMatchObject({ status: 404 });
});

test('what cannot be redirected is refused with a sentence, and what was typed stays', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Harbour dues' });
  await site.signIn(context, 'admin');
  await page.goto(`${site.url}/admin/redirects/new`);
  for (const [from, to, sentence] of [
    [`/${post.slug}`, '/search', `/${post.slug} belongs to a published post or page.`],
    ['/admin/old', '/search', '/admin/old is an address that the site needs itself.'],
    ['/circle', '/Circle', 'The redirect would lead in a circle, over /circle.'],
    ['/old', 'javascript:alert(1)', 'The target has to be a path of this site'],
  ] as const) {
    await fill(page, { from, to });
    await page.getByRole('button', { name: 'Add redirect' }).click();
    await expect(page.getByText(sentence).first()).toBeVisible();
    await expect(page.getByLabel('From')).toHaveValue(from);
    await expect(page.getByLabel('To', { exact: true })).toHaveValue(to);
  }
  expect(await db.redirect.count()).toBe(0);
  await fill(page, { from: '/old', to: '', status: '410' });
  await page.getByRole('button', { name: 'Add redirect' }).click();
  await expect(page.getByText('Added: the redirect from /old.')).toBeVisible();
  expect(await asked(site, '/old')).toEqual({ status: 410, location: null });
});

test('a table is imported as a whole, and the list is searched, ordered and exported', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/redirects`);
  const choose = (text: string) =>
    page.getByLabel('CSV file').setInputFiles({ name: 'r.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('Choose a CSV file first.').first()).toBeVisible();
  await choose('from,to\n/one,/search\ntwo,/search\n/three,/search,999\n');
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('The import stopped, and nothing was imported. Problems: 1.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Line 3:' })).toContainText(
    'The source has to be a path of this site, such as /old-post.',
  );
  expect(await db.redirect.count()).toBe(0);
  await choose('from,to,status,kind\n/one,/search,,\n/two,/archive,302,exact\n/folder,/archive,301,prefix\n');
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByText('Redirects imported: 3.')).toBeVisible();
  expect(await asked(site, '/two')).toEqual({ status: 302, location: '/archive' });

  await page.getByLabel('Search redirects').fill('archive');
  await page.getByLabel('Order').selectOption('By source');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('1–2 of 2')).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveText(['/folder', '/two']);
  const source = page.getByRole('columnheader', { name: 'From' });
  await expect(source).toHaveAttribute('aria-sort', 'ascending');
  await source.getByRole('link').click();
  await expect(source).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('rowheader')).toHaveText(['/two', '/folder']);
  const csv = await (await page.request.get(`${site.url}/admin/redirects/export`)).text();
  expect(csv).toBe(
    '"from","to","status","kind"\r\n"/folder","/archive",301,"prefix"\r\n"/one","/search",301,"exact"\r\n"/two","/archive",302,"exact"\r\n',
  );
});

test('an address that was not found is listed and redirected from there', async ({ page, context, site }) => {
  const referer = 'https://other.example/links?reader=ada';
  for (const address of ['/lost-post', '/lost-post', '/shell.php', '/also-lost'])
    expect(await asked(site, address, { referer })).toMatchObject({ status: 404 });
  const lost = { where: { address: { contains: 'lost' } }, _sum: { count: true } } as const;
  const times = async () => (await db.missingAddress.aggregate(lost))._sum.count;
  await expect.poll(times, { timeout: 15_000 }).toBe(3);
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/redirects`);
  await page.getByRole('link', { name: '404 log' }).click();
  await expect(page.getByRole('row').filter({ hasText: '/lost-post' })).toContainText(/2.*other\.example/);
  await expect(page.getByText('/shell.php')).toHaveCount(0);
  await page.getByRole('link', { name: 'Redirect /lost-post' }).click();
  await expect(page.getByLabel('From')).toHaveValue('/lost-post');
  await fill(page, { to: '/search' });
  await page.getByRole('button', { name: 'Add redirect' }).click();
  await expect(page.getByText('Added: the redirect from /lost-post.')).toBeVisible();
  expect(await asked(site, '/lost-post')).toEqual({ status: 301, location: '/search' });

  await page.getByRole('link', { name: '404 log' }).click();
  await expect(page.getByText('/also-lost').first()).toBeVisible();
  await expect(page.getByRole('rowheader', { name: '/lost-post' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Empty the list…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Empty the list' }).click();
  await expect(page.getByText('The list was emptied.')).toBeVisible();
  await expect(page.getByText('No missing addresses so far.')).toBeVisible();
});

test('only the owner and administrators see redirects', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin`);
  await expect(page.getByRole('link', { name: 'Redirects' })).toHaveCount(0);
  for (const path of ['', '/new', '/not-found', '/export']) {
    expect((await page.request.get(`${site.url}/admin/redirects${path}`)).status()).toBe(404);
  }
});
