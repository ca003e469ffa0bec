import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import sharp from 'sharp';
import { hashPassword } from '@/lib/auth/passwords';
import { newId } from '@/lib/platform/ids';
import { db } from '@/lib/database/db';
import { fileOf, zipOf } from '../factories/archives';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { runMasthead } from '../factories/run-masthead';
import { OLD_SITE, wxr, wxrFile, wxrItem } from '../factories/wxr';
import { expect, test } from './site';

const uploads = `${OLD_SITE}/wp-content/uploads/2014/05`;
const picture = (background: string) =>
  sharp({ create: { width: 80, height: 60, channels: 3, background } })
    .jpeg()
    .toBuffer();

test('an owner without a shell imports a blog with its images, name and time zone, and undoes it', async ({
  page,
  context,
  site,
}) => {
  test.slow();
  const first = wxr(
    wxrItem({
      id: '951',
      name: 'the-quay',
      title: 'The quay',
      content: `<img src="${uploads}/quay-300x225.jpg" alt="The quay at noon" /> <a href="${uploads}/tides.pdf">Tides</a>`,
      meta: { _thumbnail_id: '952' },
    }),
    wxrItem({
      id: '952',
      type: 'attachment',
      status: 'inherit',
      extra: `<wp:attachment_url>${uploads}/cover.jpg</wp:attachment_url>`,
    }),
  );
  const exports = zipOf({ 'part.000.xml': first, 'part.001.xml': wxr(wxrItem({ id: '953', name: 'the-buoy' })) });
  const media = zipOf({
    'wp-content/uploads/2014/05/quay.jpg': await picture('#268'),
    'wp-content/uploads/2014/05/cover.jpg': await picture('#862'),
    'wp-content/uploads/2014/05/loose.jpg': await picture('#628'),
    'wp-content/uploads/2014/05/tides.pdf': '%PDF-1.4 tides',
  });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/import`);
  await page
    .getByLabel('Export', { exact: true })
    .setInputFiles([
      fileOf(exports, 'harbour.zip'),
      wxrFile(wxr(wxrItem({ id: '954', name: 'the-mole' })), 'more.xml'),
    ]);
  await page.getByLabel('Media files').setInputFiles(fileOf(media, 'media.zip'));
  await page.getByLabel('List of old addresses').setInputFiles(fileOf('/2014/05/06/the-quay/\n/gone/', 'list.txt'));
  await page.getByRole('button', { name: 'Preview import' }).click();
  await expect(page.getByRole('row', { name: 'Posts 3', exact: true })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('row', { name: 'Images 2', exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Import now' }).click();
  await expect(page.getByRole('button', { name: 'Undo this import' })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('harbour.zip, more.xml, media.zip');
  await expect(page.getByRole('row', { name: 'Other files 1', exact: true })).toBeVisible();
  await expect(page.getByText('1 of 2 old addresses in the list answers here.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '/gone' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '2014/05/loose.jpg' })).toContainText(
    'Nothing in the export names it.',
  );
  const report = page.url();

  await page.getByRole('button', { name: 'Apply these settings' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Site title: The Old Harbour (was Harbour News)' }),
  ).toBeVisible();
  await page.goto(`${site.url}/the-quay`);
  await expect(page.getByRole('link', { name: 'The Old Harbour' }).first()).toBeVisible();
  const shown = await page.getByRole('img', { name: 'The quay at noon' }).getAttribute('src');
  expect((await page.request.get(site.url + shown)).headers()['content-type']).toBe('image/jpeg');
  const file = await page.getByRole('link', { name: 'Tides' }).getAttribute('href');
  expect((await page.request.get(site.url + file)).headers()['content-disposition']).toContain('attachment');

  await page.goto(report);
  await expect(page.getByText('There are no settings to apply.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  const question = page.getByRole('alertdialog', { name: /^Undo the import of / });
  await expect(question).toContainText('This cannot be undone');
  await question.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText(/^This import was undone\. Removed 3 posts.* 2 images/)).toBeVisible();
  await expect.poll(async () => (await page.request.get(site.url + shown)).status()).toBe(404);
});

test('archives that cannot be used are refused in a sentence that says what to do', async ({ page, context, site }) => {
  test.slow();
  const refusals: [Buffer, string | RegExp][] = [
    [zipOf({ 'export.xml': { content: wxr(wxrItem()), flags: 1 } }), 'archive.zip cannot be used: it is locked'],
    [
      zipOf({ '2014/05/a.jpg': await picture('#111') }),
      /^There is no export of WordPress.* in archive\.zip: it holds images alone\. Nothing was imported\.$/,
    ],
  ];
  await site.signIn(context, 'owner');
  for (const [archive, sentence] of refusals) {
    await page.goto(`${site.url}/admin/import`);
    await page.getByLabel('Export', { exact: true }).setInputFiles(fileOf(archive, 'archive.zip'));
    await page.getByRole('button', { name: 'Import now' }).click();
    await expect(page.getByText(sentence)).toBeVisible({ timeout: 90_000 });
  }
});

test('an owner downloads the site in a chosen format, with the password that the form asks for', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await createPost();
  const { id } = await site.signIn(context, 'owner');
  await db.user.update({ where: { id }, data: { passwordHash: await hashPassword('correct horse quay') } });
  await page.goto(`${site.url}/admin`);
  await page.getByRole('navigation').getByRole('link', { name: 'Export' }).first().click();
  await page.getByRole('radio', { name: 'JSON Feed' }).check();
  await page.getByLabel('Your password').fill('wrong');
  await page.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByText('That is not your current password.').first()).toBeVisible();
  await expect(page.getByRole('radio', { name: 'JSON Feed' })).toBeChecked();
  if (javaScriptEnabled !== false) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByLabel('Your password').fill('correct horse quay');
  const begun = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const file = await (await begun).path();
  const feed = JSON.parse(readFileSync(file, 'utf8')) as { version: string; items: unknown[] };
  expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
  expect(feed.items.length).toBeGreaterThan(0);
});

test('a static copy opens from a folder: front, article with its thread, tag and search', async ({
  page,
  site,
  javaScriptEnabled,
}) => {
  test.slow();
  const post = await createPost({
    title: 'The tarred net',
    bodyText: 'Oakum and pitch.',
    bodyHtml: '<p>Oakum and pitch.</p>',
  });
  await createPost({ title: 'The secret net', slug: 'secret-net', status: 'draft', publishAt: null });
  const first = await createComment(post.id, { body: 'Smells of summer.', authorName: 'Vera' });
  await createComment(post.id, { body: 'It does.', authorName: 'Wim', parentId: first.id });
  const tag = { id: newId(), slug: `ropes-${post.id.slice(-8)}`, name: 'Ropes', createdAt: new Date() };
  await db.tag.create({ data: tag });
  await db.postTag.create({ data: { postId: post.id, tagId: tag.id, position: 0 } });
  const folder = mkdtempSync(join(tmpdir(), 'masthead-copy-'));
  const [one, two] = [join(folder, 'one.zip'), join(folder, 'two.zip')];
  process.env.SITE_URL = site.url;
  for (const to of [join(folder, 'site'), one, two]) {
    const { code, stderr } = await runMasthead('export', 'static', '--to', to);
    expect({ code, stderr }).toMatchObject({ code: 0 });
  }
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  expect(readFileSync(one).includes('secret-net')).toBe(false);

  await page.goto(`file://${folder}/site/index.html`);
  await page.getByRole('link', { name: 'The tarred net' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'The tarred net' })).toBeVisible();
  await expect(page.getByText('Smells of summer.')).toBeVisible();
  await expect(page.locator('.thread .thread').getByText('It does.')).toBeVisible();
  await expect(page.locator('form, script')).toHaveCount(0);
  await page.getByRole('link', { name: 'Ropes' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/site/tag/${tag.slug}/index\\.html$`));
  await expect(page.getByRole('link', { name: 'The tarred net' }).first()).toBeVisible();

  await page.goto(`file://${folder}/site/search/index.html`);
  await page.getByRole('searchbox').fill('oakum pitch');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  if (javaScriptEnabled === false) {
    await page.getByRole('main').getByRole('link', { name: 'archive' }).click();
    return expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible();
  }
  await page.getByRole('main').getByRole('link', { name: 'The tarred net' }).first().click();
  await expect(page.getByText('Smells of summer.')).toBeVisible();
});
