import { OLD_SITE, wxr, wxrComment, wxrFile, wxrItem } from '../factories/wxr';
import { linksOf, findBroken } from '../factories/legacy-links';
import { expect, test } from './site';

test('an owner tries an export, imports it, sees it published, and takes it back', async ({ page, context, site }) => {
  test.slow();
  const file = wxrFile(
    wxr(
      wxrItem({
        id: '501',
        name: 'the-blue-door',
        title: 'The blue door',
        link: `${OLD_SITE}/2014/05/06/the-blue-door/`,
        content: 'Nobody remembers who painted it.',
        categories: '<category domain="category" nicename="boats"><![CDATA[Boats]]></category>',
        comments:
          wxrComment('5011', { author: 'Vera Malm', content: 'It was green first.' }) +
          wxrComment('5012', { approved: '0', content: 'Held back.' }),
      }),
      wxrItem({ id: '502', name: 'not-yet', title: 'Not yet', status: 'draft' }),
    ),
    'old-harbour.xml',
  );
  await site.signIn(context, 'owner');

  await page.goto(`${site.url}/admin/import`);
  await page.getByLabel('Export', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Preview import' }).click();
  await expect(page.getByRole('button', { name: 'Import now' })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('row', { name: 'Posts 2', exact: true })).toBeVisible();
  const sample = page.locator('.import-sample').first();
  await expect(sample.getByRole('heading', { name: 'On this site' })).toBeVisible();
  await expect(sample.locator('.prose')).toHaveText('Nobody remembers who painted it.');
  await expect(sample).toContainText('/2014/05/06/the-blue-door → /the-blue-door');
  const preview = await page.request.get(page.url() + '/report');
  expect(await preview.text()).toContain('"would be new","posts","2"');
  await page.getByText('Change choices').click();
  await page.getByLabel('Authors').fill('keeper=nobody@here.example');
  await page.getByRole('button', { name: 'Preview again' }).click();
  await expect(page.getByText(/There is no account here with the e-mail address/)).toBeVisible({ timeout: 90_000 });
  await page.getByLabel('Authors').fill('');
  await page.getByRole('button', { name: 'Preview again' }).click();
  await expect(page.getByText('This was a preview: nothing was imported.')).toBeVisible({ timeout: 90_000 });
  expect((await page.request.get(`${site.url}/the-blue-door`)).status()).toBe(404);

  await page.getByRole('button', { name: 'Import now' }).click();
  await expect(page.getByRole('button', { name: 'Undo this import' })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('1 draft and 1 pending or removed comment')).toBeVisible();
  const csv = await page.request.get(page.url() + '/addresses');
  expect(await csv.text()).toContain('"/2014/05/06/the-blue-door","/the-blue-door"');
  const report = page.url();
  await expect(page.getByText(/^Can be undone until \d+ \w+ \d{4}$/)).toBeVisible();

  await expect.poll(async () => (await page.request.get(`${site.url}/the-blue-door`)).status()).toBe(200);
  await page.goto(`${site.url}/2014/05/06/the-blue-door/`);
  await expect(page).toHaveURL(`${site.url}/the-blue-door`);
  await expect(page.getByRole('heading', { level: 1, name: 'The blue door' })).toBeVisible();
  await expect(page.getByText('It was green first.')).toBeVisible();
  await expect(page.getByText('Held back.')).toHaveCount(0);
  expect((await page.request.get(`${site.url}/not-yet`)).status()).toBe(404);

  const pages = ['the-blue-door', 'tag/boats', 'author/keeper'];
  for (const path of pages) expect((await page.request.get(`${site.url}/${path}`)).status()).toBe(200);

  await page.goto(report);
  await expect(page.getByText(/The old site’s clock was 2 hours ahead of UTC/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  const question = page.getByRole('alertdialog', { name: /^Undo the import of / });
  await expect(question).toContainText('This cannot be undone');
  await question.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('This import was undone.')).toBeVisible();
  for (const path of pages)
    await expect.poll(async () => (await page.request.get(`${site.url}/${path}`)).status()).toBe(404);
});

test('an export that holds nothing says so, and undoing it is said to delete nothing', async ({
  page,
  context,
  site,
}) => {
  const { importWordPress } = await import('../factories/imports');
  const file = wxrFile(wxr());
  await importWordPress('operator', { files: [file], oldUrl: null, dryRun: false });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/import`);
  await page.getByLabel('Export', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Import now' }).click();
  await expect(page.getByText('This file holds no posts, pages or comments.')).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Undo this import' }).click();
  const question = page.getByRole('alertdialog', { name: /^Undo the import of / });
  await expect(question).toContainText('This import added and changed nothing, so undoing it deletes nothing.');
  await question.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('This import was undone. Removed nothing.')).toBeVisible();
});

test('a file that is no export is refused in a sentence that says where and why', async ({ page, context, site }) => {
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/import`);
  await page
    .getByLabel('Export', { exact: true })
    .setInputFiles(wxrFile('<!DOCTYPE html>\n<html><body>No.</body></html>'));
  await page.getByRole('button', { name: 'Import now' }).click();

  await expect(
    page.getByText(
      /^There is no export of WordPress.* in export\.xml: it is a web page; perhaps the download asked you to sign in\. Nothing was imported\.$/,
    ),
  ).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.getByLabel('Export', { exact: true })).toBeVisible();
});

test('an import that was cut off goes on, and a trial that was cut off has left nothing', async ({
  page,
  context,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  const { newId } = await import('@/lib/platform/ids');
  const owner = await site.signIn(context, 'owner');
  const running = { done: 3, total: 9, at: new Date(0).toISOString(), process: 'elsewhere:1' };
  const inserted = async (fileHash: string) => {
    const facts = { source: 'wordpress', fileName: 'old.xml', fileHash, createdById: owner.id, createdAt: new Date() };
    const { id } = await db.importBatch.create({
      data: { id: newId(), status: 'running', report: JSON.stringify({ running }), ...facts },
    });
    return `${site.url}/admin/import/${id}`;
  };
  await page.goto(await inserted(''));
  await expect(page.getByText('The import stopped before anything was imported.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo this import' })).toHaveCount(0);
  await page.goto(await inserted('of the file'));
  await expect(page.getByText('The import stopped after 3 of 9 entries.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo this import' })).toBeVisible();
});

test('after thirty days an import is not offered to be undone, and a page from before says so', async ({
  page,
  context,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  const { importWordPress } = await import('../factories/imports');
  const file = wxrFile(wxr(wxrItem({ id: '503', name: 'for-good', title: 'For good' })), 'for-good.xml');
  const { batch } = await importWordPress('operator', { files: [file], oldUrl: null, dryRun: false });
  await site.signIn(context, 'owner');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'for-good.xml' }) });
  await page.goto(`${site.url}/admin/import`);
  await expect(row).toContainText('Can be undone until');
  await page.goto(`${site.url}/admin/import/${batch}`);
  const undo = page.getByRole('button', { name: 'Undo this import' });
  await undo.click();
  await db.importBatch.update({ where: { id: batch! }, data: { finishedAt: new Date('2026-01-01T12:00:00Z') } });
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('An import can be undone for 30 days, and these are over')).toBeVisible();

  await page.reload();
  await expect(page.getByText('Could be undone until 31 January 2026')).toBeVisible();
  await expect(undo).toHaveCount(0);
  await page.goto(`${site.url}/admin/import`);
  await expect(row).not.toContainText('Can be undone until');
});

test('importing is refused to everyone without the capability', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  expect((await page.goto(`${site.url}/admin/import`))?.status()).toBe(404);
  const answer = await page.request.post(`${site.url}/admin/import/upload`, {
    multipart: { intent: 'import', file: { name: 'x.xml', mimeType: 'text/xml', buffer: Buffer.from(wxr(wxrItem())) } },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
});

test('every old address of a site answers at once or after one redirect, and what was hidden does not', async ({
  site,
}) => {
  test.slow();
  const { importWordPress } = await import('../factories/imports');
  const { undoImport } = await import('@/lib/import/running/undoing');
  const file = wxrFile(wxr(...everyShapeOfLink()));
  for (const path of [file, process.env.MASTHEAD_WXR].filter((one) => one !== undefined)) {
    const report = await importWordPress('operator', { files: [path], oldUrl: null, dryRun: false });
    await site.refresh([]);
    const links = await linksOf(path);
    expect(links.length).toBeGreaterThan(20);
    expect(await findBroken(site.url, links)).toEqual([]);
    if (path === file) expect(await findBroken(site.url, addressesBesideLinks)).toEqual([]);
    await undoImport('operator', report.batch!);
  }
});

/** Addresses that no <link> names but search engines know. */
const addressesBesideLinks = [
  ['/?p=601', '/?page_id=631', '/?attachment_id=641', '/?cat=3', '/?tag=quiet', '/?author=7', '/?m=201405'],
  ['/feed/', '/feed/atom/', '/?feed=rss2', '/2014/05/06/entry-601/feed/', '/2014/05/06/entry-601/amp/'],
  ['/category/boats/', '/category/boats/sloops/', '/category/boats/sloops/page/2/', '/category/boats/feed/'],
  ['/tag/quiet/', '/tag/quiet/feed/', '/author/keeper/', '/author/keeper/feed/', '/author/keeper/page/2/'],
  ['/page/2/', '/2014/', '/2014/05/', '/2014/05/06/', '/2014/05/06/entry-601/2/', '/2014/05/06/former/'],
  ['/2014/05/06/entry-601/comment-page-1/', '/wp-sitemap.xml', '/comments/feed/'],
  [
    '/2014/05/06/entry-601/?cpage=2',
    '/2014/05/06/entry-601/?replytocom=6011',
    '/?p=601&replytocom=9',
    '/?p=601&cpage=1',
  ],
  ['/index.php?p=601', '/index.php/2014/05/06/entry-601/', '/2014/05/06/entry-601/?feed=rss2', '/index.php'],
]
  .flat()
  .map((path) => ({ path, mayBeSeen: true }));

function everyShapeOfLink() {
  const categories =
    '<category domain="category" nicename="sloops"><![CDATA[Sloops]]></category><category domain="category" nicename="boats"><![CDATA[Boats]]></category><category domain="post_tag" nicename="quiet"><![CDATA[Quiet]]></category>';
  const at = (path: string) => ({ link: `${OLD_SITE}${path}` });
  const page = { type: 'page', commentStatus: 'closed' };
  const file = { type: 'attachment', status: 'inherit' };
  const entry = { type: 'nav_menu_item' };
  const posts = Array.from({ length: 30 }, (_, i) => wxrItem({ id: String(700 + i), categories }));
  return [
    ...posts,
    wxrItem({
      id: '601',
      name: 'entry-601',
      categories,
      content: 'One<!--nextpage-->Two',
      meta: { _wp_old_slug: 'former' },
      comments: wxrComment('6011'),
    }),
    wxrItem({ id: '602', name: '', title: 'Plain', ...at('/?p=602') }),
    wxrItem({ id: '603', name: 'no-slash', ...at('/2018/10/20/no-slash') }),
    wxrItem({ id: '604', name: '%ce%b8%ce%ac', title: 'θά', ...at('/2014/05/06/%ce%b8%ce%ac/') }),
    wxrItem({ id: '605', name: '', title: '', content: '', ...at('/2014/05/06/605/') }),
    wxrItem({ id: '611', name: 'a-draft', status: 'draft', ...at('/?p=611') }),
    wxrItem({ id: '612', name: 'alone', status: 'private' }),
    wxrItem({ id: '613', name: 'locked', password: 'enter' }),
    wxrItem({ id: '614', name: 'ahead', status: 'future', gmt: '2099-01-01 10:00:00', date: '2099-01-01 12:00:00' }),
    wxrItem({ id: '615', name: 'discarded', status: 'trash' }),
    wxrItem({ id: '631', name: 'fleet', ...page, ...at('/fleet/') }),
    wxrItem({ id: '632', name: 'crew', parent: '631', ...page, ...at('/fleet/crew/') }),
    wxrItem({ id: '633', name: 'cook', parent: '632', ...page, ...at('//fleet/crew/cook/') }),
    wxrItem({ id: '634', name: 'archive', ...page, ...at('/archive/') }),
    wxrItem({ id: '635', name: '%cf%80', title: 'π', parent: '631', ...page, ...at('/fleet/%cf%80/') }),
    wxrItem({ id: '641', name: 'mast', parent: '601', ...file, ...at('/2014/05/06/entry-601/mast/') }),
    wxrItem({ id: '642', name: 'loose', ...file, ...at('/?attachment_id=642') }),
    wxrItem({ id: '643', name: 'on-a-page', parent: '632', ...file, ...at('/fleet/crew/on-a-page/') }),
    wxrItem({ id: '644', name: 'of-a-draft', parent: '611', ...file, ...at('/of-a-draft/') }),
    wxrItem({
      id: '651',
      name: 'menu-page',
      ...entry,
      meta: { _menu_item_type: 'post_type', _menu_item_object_id: '632' },
    }),
    wxrItem({ id: '652', name: '652', ...entry, meta: { _menu_item_type: 'taxonomy', _menu_item_object_id: '4' } }),
    wxrItem({
      id: '653',
      name: 'elsewhere',
      ...entry,
      meta: { _menu_item_type: 'custom', _menu_item_url: 'https://example.org/' },
    }),
    wxrItem({
      id: '654',
      name: 'to-a-draft',
      ...entry,
      meta: { _menu_item_type: 'post_type', _menu_item_object_id: '611' },
    }),
  ];
}
