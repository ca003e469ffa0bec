import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('a reader opens a post from the home page', async ({ page, site }) => {
  const post = await createPost({ title: 'The harbour at dawn' });
  await site.refresh(['list']);

  await page.goto(site.url);
  await page.getByRole('link', { name: post.title }).first().click();

  await expect(page.getByRole('heading', { level: 1, name: post.title })).toBeVisible();
});
