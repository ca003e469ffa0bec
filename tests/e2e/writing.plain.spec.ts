import { expect, test } from './site';

test('a post is written and published without a script', async ({ page, context, site }) => {
  await site.signIn(context, 'author', 'Ida Brandt');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'Write a post' }).first().click();
  await page.getByLabel('Title', { exact: true }).fill('Written by hand');
  await page.getByLabel('Text, as HTML').fill('<h2>Ink</h2><p>And paper.</p><script>document.title = "run"</script>');
  await page.getByLabel('Address', { exact: true }).fill('admin');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText(/the site needs for itself/).first()).toBeVisible();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Written by hand');

  await page.getByLabel('Address', { exact: true }).fill('by-hand');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('It is out: readers see it now.')).toBeVisible();
  await page.getByRole('link', { name: 'View it' }).click();
  await expect(page).toHaveURL(`${site.url}/by-hand`);
  await expect(page.getByRole('heading', { level: 1, name: 'Written by hand' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Ink' })).toBeVisible();
});

test('posts are filtered, binned and restored without a script', async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'Write a post' }).first().click();
  await page.getByLabel('Title', { exact: true }).fill('Old ropes');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.goto(`${site.url}/admin/posts?state=draft&q=ropes`);
  await page.getByRole('checkbox', { name: 'Tick “Old ropes”' }).check();
  await page.getByRole('button', { name: 'Move to the bin' }).click();
  await expect(page.getByText('One is in the bin.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.goto(`${site.url}/admin/posts?q=ropes`);
  await expect(page.getByRole('link', { name: 'Old ropes' })).toBeVisible();
});
