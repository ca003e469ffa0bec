import { createPost } from '../factories/posts';
import { card, saveCard } from './settings-cards';
import { expect, test } from './site';

test('an owner hides the site from search engines, shortens its feeds and words the page for missing addresses', async ({
  page,
  context,
  site,
}) => {
  const post = await createPost({ title: 'Tide tables', excerpt: 'When the water comes.' });
  await site.refresh([`post:${post.id}`, 'list']);
  const textOf = async (path: string) => (await page.request.get(site.url + path)).text();
  expect(await textOf(`/${post.slug}`)).toContain('name="robots" content="index, follow');
  expect(await textOf('/robots.txt')).toContain('/sitemap.xml');
  expect(await textOf('/feed.xml')).not.toContain('Continue reading');

  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/settings/search-engines`);
  await page.getByLabel('Ask search engines not to list this site').check();
  await saveCard(page, 'Search engines');
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await page.goto(`${site.url}/admin/settings/reading`);
  await page.getByLabel('Feeds show').selectOption({ label: 'The excerpt, with a link to the post' });
  await saveCard(page, 'Lists and feeds');
  await expect(card(page, 'Lists and feeds').getByText('Settings saved.')).toBeVisible();
  await page.getByLabel('Text of the 404 page').fill('Washed away. Ask the harbour office.');
  await saveCard(page, '404 page');
  await expect(card(page, '404 page').getByText('Settings saved.')).toBeVisible();

  for (const path of [`/${post.slug}`, '/', '/archive']) {
    expect(await textOf(path), path).toMatch(/name="robots" content="[^"]*noindex/);
  }
  expect(await textOf('/robots.txt')).not.toContain('/sitemap.xml');
  expect(await textOf('/sitemap.xml')).not.toContain('<loc>');
  const feed = await textOf('/feed.xml');
  expect(feed).toContain('When the water comes.');
  expect(feed).toContain('Continue reading');
  const missing = await page.goto(`${site.url}/nowhere-at-all`);
  expect(missing?.status()).toBe(404);
  await expect(page.getByText('Washed away. Ask the harbour office.')).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeVisible();

  await page.goto(`${site.url}/admin/settings/reading`);
  await page.locator('textarea[name=notFoundText]').evaluate((field) => field.removeAttribute('maxlength'));
  await page.getByLabel('Text of the 404 page').fill('x'.repeat(501));
  await saveCard(page, '404 page');
  await expect(page.getByText('Use at most 500 characters for the text of missing pages.').first()).toBeVisible();
  expect(await textOf('/robots.txt')).not.toContain('/sitemap.xml');
});
