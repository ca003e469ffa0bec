import type { Request } from '@playwright/test';
import sharp from 'sharp';
import { beginPost, saved, source, text, type } from './editor-page';
import { untilHydrated } from './hydrated';
import { expect, test } from './site';

const png = () =>
  sharp({ create: { width: 700, height: 400, channels: 3, background: '#345678' } })
    .png()
    .toBuffer();
const file = (buffer: Buffer, name = 'Quay at noon.png') => ({
  multipart: { file: { name, mimeType: 'image/png', buffer } },
});

test('an author’s image is accepted, and served as nothing but an image', async ({ page, context, site }) => {
  await site.signIn(context, 'author');

  const answer = await page.request.post(`${site.url}/api/media`, file(await png()));

  expect(answer.status()).toBe(201);
  const media = await answer.json();
  expect(media).toMatchObject({ width: 700, height: 400, url: expect.stringMatching(/quay-at-noon-\w+\.jpg$/) });
  for (const path of [media.url, ...media.variants.map((variant: { path: string }) => `/uploads/${variant.path}`)]) {
    const served = await page.request.get(site.url + path);
    expect(served.status()).toBe(200);
    expect(served.headers()['content-type']).toMatch(/^image\/(jpeg|webp|avif)$/);
    expect(served.headers()['content-security-policy']).toContain('sandbox');
  }
});

test('other files and other users’ uploads are refused with a reason', async ({ browser, site }) => {
  const send = async (role: 'reader' | 'author' | null, buffer: Buffer, headers: Record<string, string> = {}) => {
    const context = await browser.newContext();
    if (role) await site.signIn(context, role);
    const answer = await context.request.post(`${site.url}/api/media`, { ...file(buffer), headers });
    const received = await answer.text();
    await context.close();
    return { status: answer.status(), isTold: received.length > 10 };
  };
  const picture = await png();

  expect(await send(null, picture)).toEqual({ status: 401, isTold: true });
  expect(await send('reader', picture)).toEqual({ status: 403, isTold: true });
  expect(await send('author', picture, { 'Sec-Fetch-Site': 'cross-site' })).toEqual({ status: 403, isTold: true });
  expect(await send('author', picture, { Origin: 'https://evil.test' })).toEqual({ status: 403, isTold: true });
  expect(await send('author', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual({
    status: 422,
    isTold: true,
  });
  expect(await send('author', Buffer.alloc(11_000_000, 0xff))).toEqual({ status: 413, isTold: true });
});

test('a document is uploaded in the library, found, renamed, and removed with others', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/media`);
  const tabs = page.getByRole('navigation', { name: 'Library' });
  await tabs.getByRole('link', { name: 'Documents' }).click();
  const chooser = page.getByLabel('Upload files');
  await untilHydrated(page.locator('.drop'));
  const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7 ${name}`) });
  await chooser.setInputFiles([pdf('Timetable.pdf'), pdf('Tide tables.pdf')]);
  await expect(page.locator('.rows .row')).toHaveCount(2);
  await chooser.setInputFiles({ name: 'tides.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>') });
  await expect(page.locator('.drop')).toContainText('This file cannot be added.');

  await page.getByLabel('Search by name').fill('timetable');
  await page.getByLabel('Search by name').press('Enter');
  await expect(page.locator('.rows .row')).toHaveCount(1);
  await page.getByRole('link', { name: 'Timetable.pdf' }).click();
  await expect(page.getByLabel('Address')).toHaveValue(/\/uploads\/files\/[0-9a-f]{24}\/timetable\.pdf$/);
  await expect(page.getByText('Not used in any post.')).toBeVisible();
  await untilHydrated(page.locator('form', { has: page.getByLabel('Name') }));
  await page.getByLabel('Name').fill('Summer timetable');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Summer timetable.pdf' })).toBeVisible();

  await page.getByRole('link', { name: 'All files' }).click();
  await untilHydrated(page.locator('form:has(.rows)'));
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Remove from library' }).click();
  await expect(page.getByText('Files removed: 2.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No files yet' })).toBeVisible();
  await tabs.getByRole('link', { name: 'Removed' }).click();
  await page.getByRole('button', { name: 'Restore Summer timetable.pdf' }).click();
  await expect(page.getByText('The file was restored.')).toBeVisible();
  await tabs.getByRole('link', { name: 'Documents' }).click();
  await expect(page.locator('.rows .row')).toHaveCount(1);
});

test('a private preview link shows a draft to anyone who has it, not to crawlers, and not after it was revoked', async ({
  page,
  site,
}) => {
  const { actorWith } = await import('../factories/users');
  const { createDraft, saveDraft } = await import('@/lib/posts/editing/drafting');
  const { createPreviewLink, revokePreviewLinks } = await import('@/lib/posts/previews/preview-links');
  const author = await actorWith('author', 'Ida Brandt');
  const { id, version } = await createDraft(author, { type: 'post' });
  const fields = {
    title: 'The ferry that never left',
    bodyHtml: '<p>Rope on the <em>cleats</em>.</p>',
    tags: ['Ferries'],
  };
  await saveDraft(author, { id, version, fields });
  const { secret } = await createPreviewLink(author, id);

  const answer = await page.goto(`${site.url}/preview/${secret}`);

  await expect(page.getByRole('heading', { level: 1, name: fields.title })).toBeVisible();
  await expect(page.getByText('This is a draft')).toBeVisible();
  await expect(page.getByText('Rope on the cleats.')).toBeVisible();
  expect(answer?.headers()['cache-control']).toContain('no-store');
  expect(answer?.headers()['x-robots-tag']).toContain('noindex');

  await revokePreviewLinks(author, id);
  expect((await page.goto(`${site.url}/preview/${secret}`))?.status()).toBe(404);
});

test('secret links are revoked only after a question', async ({ page, context, site }) => {
  const { createDraft } = await import('@/lib/posts/editing/drafting');
  const { createPreviewLink, listPreviewLinks } = await import('@/lib/posts/previews/preview-links');
  const user = await site.signIn(context, 'author');
  const author = { ...user, role: 'author' as const, sessionId: '', emailVerified: true };
  const { id } = await createDraft(author, { type: 'post' });
  for (let count = 0; count < 2; count += 1) await createPreviewLink(author, id);
  await page.goto(`${site.url}/admin/posts/${id}`);
  await page.getByRole('button', { name: 'Post settings' }).click();
  const links = page.getByRole('region', { name: 'Private preview links' });
  const question = page.getByRole('alertdialog', { name: 'Revoke 2 preview links?' });

  await links.getByRole('button', { name: 'Revoke all…' }).click();
  await expect(question).toContainText('This cannot be undone.');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  expect(await listPreviewLinks(author, id)).toHaveLength(2);

  await links.getByRole('button', { name: 'Revoke all…' }).click();
  await question.getByRole('button', { name: 'Revoke all' }).click();
  await expect(links.getByRole('listitem')).toHaveCount(0);
  await expect(links.getByRole('button', { name: /^Revoke/ })).toHaveCount(0);
  expect(await listPreviewLinks(author, id)).toEqual([]);
});

test('several images chosen on an empty line arrive in their order, one that is refused says why, and typing goes on below', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  const isFirst = (request: Request) => request.postDataBuffer()?.includes('first.png') === true;
  let sendFirst = () => {};
  const othersArrived = new Promise<void>((resolve) => (sendFirst = resolve));
  await page.route('**/api/media', async (route, request) => {
    if (isFirst(request)) await othersArrived;
    await route.continue();
  });
  const image = async (name: string, width: number) => ({
    name,
    mimeType: 'image/png',
    buffer: await sharp({ create: { width, height: 200, channels: 3, background: '#345678' } })
      .png()
      .toBuffer(),
  });
  await text(page).focus();
  await type(page, 'First words');
  await page.keyboard.press('Enter');
  await type(page, '/image');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles([
    await image('first.png', 310),
    {
      name: 'drawing.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    },
    await image('second.png', 320),
    await image('third.png', 330),
  ]);
  const arrived = text(page).locator('figure[data-block-view=image]');
  await expect(arrived).toHaveCount(2);
  await type(page, 'typed meanwhile');
  // The HTML is looked at and left again while an image is on its way.
  await page.getByRole('button', { name: 'HTML' }).click();
  const answer = page.waitForResponse((response) => isFirst(response.request()));
  sendFirst();
  await answer;
  await page.getByRole('button', { name: 'HTML' }).click();
  await expect(arrived).toHaveCount(3);
  await expect(text(page).locator('[data-block-view=upload]')).toContainText('This is an SVG drawing');
  await text(page).locator('[data-block-view=upload]').getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Enter');
  await type(page, 'typed after');
  await saved(page);
  const html = await source(page);
  expect(html.replace(/<figure><img [^>]*width="(\d+)"[^>]*><\/figure>/g, '[$1]')).toBe(
    '<p>First words</p>\n[310]\n[320]\n[330]\n<p>typed meanwhile</p>\n<p>typed after</p>',
  );
});
