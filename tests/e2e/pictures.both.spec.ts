import sharp from 'sharp';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('a reader shows a picture beside their name, and takes it away again', async ({ page, context, site }) => {
  const post = await createPost({ title: 'Lamps along the quay' });
  const reader = await site.signIn(context, 'reader', 'Ida Brandt');
  const { id } = await createComment(post.id, { authorId: reader.id });
  await site.refresh(['list', `comments:${post.id}`]);
  const avatar = page.locator(`#comment-${id} img.avatar`);

  await page.goto(`${site.url}/account`);
  await page.getByRole('link', { name: 'Picture' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Choose an image first.').first()).toBeVisible();
  await page.getByLabel('Image').setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('no') });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('#file-error')).toBeVisible();
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const buffer = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 95 })
    .toBuffer();
  expect(buffer.byteLength).toBeGreaterThan(200 * 1024);
  await page.getByLabel('Image').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Your picture is shown with everything you have written.')).toBeVisible();
  await page.goto(`${site.url}/${post.slug}`);
  await expect(avatar).toHaveJSProperty('naturalWidth', 144);

  await page.goto(`${site.url}/account/picture`);
  await page.getByRole('button', { name: 'Remove picture' }).click();
  await expect(page.getByText('Your picture is removed.')).toBeVisible();
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.locator(`#comment-${id} svg.avatar`)).toBeVisible();
});
