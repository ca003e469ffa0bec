import sharp from 'sharp';
import { storeSettings } from '@/lib/settings/queries';
import { bodyOf, codeDraft, fillSlot } from '../factories/slots';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

const article = bodyOf(6);

test('an image is uploaded into a slot and works for readers without a script', async ({ page, context, site }) => {
  const post = await createPost(article);
  const picture = await sharp({ create: { width: 300, height: 250, channels: 3, background: '#2a4d69' } })
    .png()
    .toBuffer();
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/post-end-slot`);
  await page.locator('.slot-kinds__tab', { hasText: 'Image' }).click();
  await page
    .getByLabel('Image', { exact: true })
    .last()
    .setInputFiles({ name: 'knots.png', mimeType: 'image/png', buffer: picture });
  await page.getByLabel('Alt text').fill('Knots on a board');
  await page.locator('#imageLink').fill('not an address');
  await page.getByRole('button', { name: 'Save' }).first().click();
  // The image is kept although the address was refused.
  await expect(page.getByText('Enter a URL that starts with https:// or http://,').first()).toBeVisible();
  await page.locator('#imageLink').fill('https://chandler.example/');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Readers now see version 1.')).toBeVisible();

  await context.clearCookies();
  await page.goto(`${site.url}/${post.slug}`);
  const slot = page.locator('[data-slot="post-end"]');
  await expect(slot).toContainText('Advertisement');
  await expect(slot.getByRole('link')).toHaveAttribute('rel', 'sponsored noopener');
  const image = slot.getByRole('img', { name: 'Knots on a board' });
  await expect(image).toHaveAttribute('width', '300');
  await expect(image).toHaveAttribute('height', '250');
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBeGreaterThan(0);
});

test('a file that is no image is refused with a sentence', async ({ page, context, site }) => {
  await site.signIn(context, 'ads');
  await page.goto(`${site.url}/admin/slots/header-slot`);
  await page.locator('.slot-kinds__tab', { hasText: 'Image' }).click();
  const notes = { name: 'knots.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)">') };
  await page.getByLabel('Image', { exact: true }).last().setInputFiles(notes);
  await page.getByLabel('Alt text').fill('Knots');
  await page.getByRole('button', { name: 'Save' }).first().click();

  await expect(page.locator('#image-error')).toContainText(/\w+ .*\./);
  await expect(page.getByLabel('Alt text')).toHaveValue('Knots');
});

test('code that needs consent does not load without JavaScript, and its box keeps its place', async ({
  page,
  site,
}) => {
  const post = await createPost(bodyOf(6));
  await storeSettings({ consent: 'own' });
  await fillSlot('post-end', codeDraft('<script src="data:text/javascript,1"></script><b>Ropes</b>'));
  await site.refresh(['site', 'slots']);
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/_s/') && asked.push(request.url()));
  await page.goto(`${site.url}/${post.slug}`);
  const end = page.locator('[data-slot="post-end"]');
  await end.scrollIntoViewIfNeeded();
  await expect(end.locator('iframe')).not.toHaveAttribute('src');
  expect((await end.locator('.slot__box').boundingBox())!.height).toBe(280);
  expect(asked).toEqual([]);
});
