import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('a filter is saved with a name, leads back to its list, is renamed, deleted and restored', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'editor');
  await createPost({ title: 'Spring tide' });
  await createPost({ title: 'Fog' });
  await page.goto(`${site.url}/admin/posts`);
  await expect(page.getByText('Save this filter')).toHaveCount(0);
  await page.goto(`${site.url}/admin/posts?state=published&q=tide`);
  const filters = page.getByRole('navigation', { name: 'Saved filters' });
  await page.getByText('Save this filter').click();
  const name = page.getByLabel('Name of the filter');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Give the filter a name.' })).toBeVisible();
  if (!(await name.isVisible())) await page.getByText('Save this filter').click();
  await name.fill('Tides');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved: the filter “Tides”.')).toBeVisible();
  await expect(filters.getByRole('link', { name: 'Tides' })).toHaveAttribute('aria-current', 'page');

  await page.goto(`${site.url}/admin/posts`);
  await filters.getByRole('link', { name: 'Tides' }).click();
  await expect(page.getByRole('link', { name: 'Spring tide' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Fog' })).toHaveCount(0);

  await page.getByText('Manage saved filters').click();
  await page.getByLabel('Name of “Tides”').fill('Low water');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByText('Renamed: the filter “Low water”.')).toBeVisible();
  await expect(filters.getByRole('link', { name: 'Low water' })).toBeVisible();

  const remove = page.getByRole('button', { name: 'Delete the filter “Low water”' });
  if (!(await remove.isVisible())) await page.getByText('Manage saved filters').click();
  await remove.click();
  await expect(page.getByText('Deleted: the filter “Low water”.')).toBeVisible();
  await expect(filters).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(filters.getByRole('link', { name: 'Low water' })).toBeVisible();
});

test('every list that can be filtered offers to save that', async ({ page, context, site }) => {
  await site.signIn(context, 'owner');
  for (const address of ['pages?q=x', 'tags?q=x', 'media?q=x', 'users?q=x', 'comments?search=x', 'redirects?q=x']) {
    await page.goto(`${site.url}/admin/${address}`);
    await page.getByText('Save this filter').click();
    await page.getByLabel('Name of the filter').fill('Mine');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved: the filter “Mine”.')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Saved filters' }).getByRole('link')).toHaveText(['Mine']);
  }
});
