import { createPost } from '../factories/posts';
import { expect, test } from './site';
import { violations } from './page-looks';

test('an editor looks at the newest text as wide as a phone, a tablet and a desk, and no link is made', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  const { db } = await import('@/lib/database/db');
  await site.signIn(context, 'editor');
  const post = await createPost({ title: 'Looked at', status: 'draft', publishAt: null, firstPublishedAt: null });
  await page.goto(`${site.url}/admin/posts/${post.id}`);
  const opened = page.context().waitForEvent('page');
  if (javaScriptEnabled) await page.getByRole('button', { name: 'Preview' }).click();
  else await page.getByRole('link', { name: 'Preview' }).click({ modifiers: ['Control'] });
  const preview = await opened;
  await expect(preview.getByRole('heading', { name: 'Preview: Looked at' })).toBeVisible();
  const shown = preview.frameLocator('iframe').getByRole('heading', { name: 'Looked at' });
  await expect(shown).toBeVisible();
  const width = () => preview.locator('iframe').evaluate((frame: HTMLIFrameElement) => frame.clientWidth);
  expect(await width()).toBe(1280);
  for (const each of [768, 360]) {
    await preview.getByRole('radio', { name: each === 768 ? '768 px' : '360 px' }).check();
    await expect.poll(width).toBe(each);
  }
  const drawn = () => preview.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().width);
  expect(await drawn()).toBe(360);
  const room = await preview.locator('.looks-preview__window').evaluate((box) => box.clientWidth);
  await preview.getByRole('radio', { name: '1,280 px' }).check();
  await expect.poll(width).toBe(1280);
  expect(room).toBeLessThan(1280);
  expect(await drawn()).toBeCloseTo(room, 0);
  // axe waits for timers, which do not run in a page without script.
  if (javaScriptEnabled) expect(await violations(preview, (axe) => axe)).toEqual([]);
  expect(await db.previewLink.count({ where: { postId: post.id } })).toBe(0);
});

test('who may not edit a post sees no preview of it, and no other site frames one', async ({ page, context, site }) => {
  const post = await createPost({ title: 'Not theirs', status: 'draft', publishAt: null, firstPublishedAt: null });
  const addresses = [`${site.url}/admin/posts/${post.id}/preview`, `${site.url}/preview/post?id=${post.id}`];
  await site.signIn(context, 'author');
  for (const address of addresses) expect((await page.request.get(address)).status()).toBe(404);
  await context.clearCookies();
  for (const address of addresses) {
    await page.goto(address);
    expect(page.url()).toContain('/signin');
  }
  await site.signIn(context, 'editor');
  const answer = await page.request.get(addresses[1]!);
  expect(answer.headers()).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'self'");
});
