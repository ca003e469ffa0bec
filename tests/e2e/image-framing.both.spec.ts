import { AxeBuilder } from '@axe-core/playwright';
import sharp from 'sharp';
import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { untilHydrated } from './hydrated';
import { expect, test } from './site';

test('an author keeps a point of an image in view, shows a part of it, and the whole again', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const hasScript = javaScriptEnabled !== false;
  await site.signIn(context, 'author');
  const buffer = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#345678' } })
    .png()
    .toBuffer();
  const answer = await page.request.post(`${site.url}/api/media`, {
    multipart: { file: { name: 'quay.png', mimeType: 'image/png', buffer } },
  });
  const { id } = (await answer.json()) as { id: string };
  const { id: postId, slug } = await createPost({ title: 'The quay', coverId: id });
  await db.mediaUse.create({ data: { mediaId: id, postId } });
  const cover = page.locator('.cover img');

  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${site.url}/${slug}`);
  await expect(cover).toHaveAttribute('width', '800');

  await page.goto(`${site.url}/admin/media/${id}`);
  const focus = page.getByRole('region', { name: 'Focal point' });
  const crop = page.getByRole('region', { name: 'Crop' });
  if (hasScript) {
    await untilHydrated(focus);
    const image = (await focus.locator('.framing__stage').boundingBox())!;
    await focus.locator('.framing__stage').click({ position: { x: image.width * 0.25, y: image.height * 0.75 } });
    await expect(focus.getByLabel('From the left')).toHaveValue('25');
    await focus.getByLabel('From the top').press('ArrowDown');
  } else {
    await focus.getByLabel('From the left').fill('25');
    await focus.getByLabel('From the top').fill('74');
  }
  await focus.getByRole('button', { name: 'Save focal point' }).click();
  await expect.poll(async () => (await db.media.findUniqueOrThrow({ where: { id } })).focus).toBe('25 74');
  await page.goto(`${site.url}/${slug}`);
  expect(await cover.evaluate((image) => getComputedStyle(image).objectPosition)).toBe('25% 74%');

  await page.goto(`${site.url}/admin/media/${id}`);
  if (hasScript) await untilHydrated(crop);
  await crop.getByLabel('Width').fill('2');
  await crop.getByLabel('Shape').selectOption('1:1');
  if (hasScript) {
    const image = (await crop.locator('.framing__stage').boundingBox())!;
    await page.mouse.move(image.x + image.width * 0.5, image.y + 1);
    await page.mouse.down();
    await page.mouse.move(image.x + image.width - 1, image.y + image.height - 1);
    await page.mouse.up();
    await expect(crop.getByLabel('From the left')).toHaveValue('50');
  } else {
    await crop.getByLabel('From the left').fill('50');
    await crop.getByLabel('Width').fill('50');
  }
  if (hasScript) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await crop.getByRole('button', { name: 'Crop image' }).click();
  await expect(crop.getByRole('button', { name: 'Show the whole image' })).toBeVisible();
  await page.goto(`${site.url}/${slug}`);
  const [width, height] = await Promise.all(['width', 'height'].map((side) => cover.getAttribute(side)));
  expect(Math.abs(Number(width) - Number(height))).toBeLessThan(8);
  const file = await page.request.get(new URL((await cover.getAttribute('src')) ?? '', site.url).href);
  expect(file.status()).toBe(200);

  await page.goto(`${site.url}/admin/media/${id}`);
  await crop.getByRole('button', { name: 'Show the whole image' }).click();
  await expect(crop.getByRole('button', { name: 'Show the whole image' })).toHaveCount(0);
  await page.goto(`${site.url}/${slug}`);
  await expect(cover).toHaveAttribute('width', '800');
});
