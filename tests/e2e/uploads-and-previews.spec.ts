import sharp from 'sharp';
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
