import { OLD_SITE, wxr, wxrComment, wxrFile, wxrItem } from '../factories/wxr';
import { expect, test } from './site';

test('an owner tries an export, imports it, sees it live, and takes it back', async ({ page, context, site }) => {
  test.slow();
  const file = wxrFile(
    wxr(
      wxrItem({
        id: '501',
        name: 'the-blue-door',
        title: 'The blue door',
        link: `${OLD_SITE}/2014/05/06/the-blue-door/`,
        content: 'Nobody remembers who painted it.',
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
  await page.getByLabel('WordPress export').setInputFiles(file);
  await page.getByRole('button', { name: 'Try it first' }).click();
  await expect(page.getByRole('button', { name: 'Import it now' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('row', { name: 'Posts 2 0 0' })).toBeVisible();
  expect((await page.request.get(`${site.url}/the-blue-door`)).status()).toBe(404);

  await page.getByRole('button', { name: 'Import it now' }).click();
  await expect(page.getByRole('button', { name: 'Undo this import' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('1 draft and 1 waiting or removed comment')).toBeVisible();
  const csv = await page.request.get(page.url() + '/addresses');
  expect(await csv.text()).toContain('"/2014/05/06/the-blue-door","/the-blue-door"');
  const report = page.url();

  await expect.poll(async () => (await page.request.get(`${site.url}/the-blue-door`)).status()).toBe(200);
  await page.goto(`${site.url}/2014/05/06/the-blue-door/`);
  await expect(page).toHaveURL(`${site.url}/the-blue-door`);
  await expect(page.getByRole('heading', { level: 1, name: 'The blue door' })).toBeVisible();
  await expect(page.getByText('It was green first.')).toBeVisible();
  await expect(page.getByText('Held back.')).toHaveCount(0);
  expect((await page.request.get(`${site.url}/not-yet`)).status()).toBe(404);

  await page.goto(report);
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('This import was undone.')).toBeVisible();
  await expect.poll(async () => (await page.request.get(`${site.url}/the-blue-door`)).status()).toBe(404);
});

test('a file that is no export is refused in a sentence that says where and why', async ({ page, context, site }) => {
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/import`);
  await page.getByLabel('WordPress export').setInputFiles(wxrFile('<!DOCTYPE html>\n<html><body>No.</body></html>'));
  await page.getByRole('button', { name: 'Import now' }).click();

  await expect(page.getByText(/document type/)).toBeVisible({ timeout: 30_000 });
});

test('nobody but those who may import gets near it', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  expect((await page.goto(`${site.url}/admin/import`))?.status()).toBe(404);
  const answer = await page.request.post(`${site.url}/admin/import/upload`, {
    multipart: { act: 'import', file: { name: 'x.xml', mimeType: 'text/xml', buffer: Buffer.from(wxr(wxrItem())) } },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
});
