import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('all rows are selected at once, counted, and changed together', async ({ page, context, site }) => {
  await db.post.deleteMany();
  for (const title of ['Buoys', 'Nets', 'Ropes']) await createPost({ title });
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/posts`);
  const all = page.getByRole('checkbox', { name: 'Select all' });
  await all.check();
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select “Nets”' }).uncheck();
  await expect(page.getByText('2 selected')).toBeVisible();
  await expect(all).toBeChecked({ indeterminate: true });
  await page.getByRole('button', { name: 'Unpublish' }).click();
  await expect(page.getByText('2 items reverted to draft.')).toBeVisible();
  expect(await db.post.count({ where: { status: 'published' } })).toBe(1);
  await expect(page.getByText('2 selected')).toBeHidden();
});
