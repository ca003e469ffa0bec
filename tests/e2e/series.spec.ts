import { createPost } from '../factories/posts';
import { createSeries } from '../factories/series';
import { untilHydrated } from './hydrated';
import { expect, test } from './site';

test('a part is dragged to its place', async ({ page, context, site }) => {
  const posts = [];
  for (const title of ['One', 'Two', 'Three']) posts.push(await createPost({ title }));
  const { id } = await createSeries(posts.map((post) => post.id));
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/series/${id}`);
  const parts = page.getByRole('region', { name: 'Parts' });
  await untilHydrated(parts.locator('form'));
  const row = (name: string) => parts.getByRole('listitem').filter({ hasText: name });

  await row('Three').dragTo(row('One'), { targetPosition: { x: 40, y: 4 } });
  await expect(parts.getByRole('status')).toHaveText('“Three” is now 1 of 3.');
  await expect(parts.locator('.row__title')).toHaveText(['Three', 'One', 'Two']);
});
