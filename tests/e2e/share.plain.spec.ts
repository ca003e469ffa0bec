import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('without JavaScript an article is shared by links alone', async ({ page, site }) => {
  const { slug } = await createPost({ title: 'Tides' });
  await page.goto(`${site.url}/${slug}`);
  await expect(page.getByRole('link', { name: 'By e-mail' })).toBeVisible();
  await expect(page.getByText('Share…')).toBeHidden();
});
