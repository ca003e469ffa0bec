import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { openIdentity, sectionOf } from './identity-page';
import { expect, test } from './site';

const DAY_MS = 86_400_000;
const dayAfter = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

test('readers see the footer’s text, its copyright line and the site’s accounts, and machines learn of these', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'owner');
  const post = await createPost({ title: 'Moorings' });
  await openIdentity(page, site, javaScriptEnabled);
  const section = sectionOf(page, 'Footer and social links');
  await section.getByLabel('Copyright line').fill('© 2026 The Quay');
  await section.getByLabel('Footer text').fill('Printed by the harbour.\nRead everywhere.');
  await section.getByLabel('Name of link 1').fill('Mastodon');
  await section.getByLabel('Address of link 1').fill('https://social.example/@quay');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await section.getByLabel('Address of link 3').fill('https://www.videos.example/quay');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByLabel('Name of link 2')).toHaveValue('videos.example');

  await page.goto(`${site.url}/${post.slug}`);
  const footer = page.getByRole('contentinfo');
  await expect(footer.getByText('© 2026 The Quay')).toBeVisible();
  await expect(footer.getByText('Printed by the harbour.')).toBeVisible();
  const link = footer.getByRole('navigation', { name: 'Elsewhere' }).getByRole('link', { name: 'Mastodon' });
  await expect(link).toHaveAttribute('rel', 'me');
  await expect(link).toHaveAttribute('href', 'https://social.example/@quay');
  const graph = await page.locator('script[type="application/ld+json"]').first().textContent();
  expect(graph).toContain('"sameAs":["https://social.example/@quay","https://www.videos.example/quay"]');

  await openIdentity(page, site, javaScriptEnabled);
  await section.getByLabel('Name of link 1').fill('');
  await section.getByLabel('Address of link 1').fill('');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByLabel('Name of link 1')).toHaveValue('videos.example');
  await expect(section.getByLabel('Name of link 2')).toHaveValue('');
  await page.goto(`${site.url}/${post.slug}`);
  await expect(footer.getByRole('link', { name: 'videos.example' })).toBeVisible();
  await expect(link).toHaveCount(0);
});

test('a social link without https is refused beside its field, and nothing is stored', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'owner');
  await openIdentity(page, site, javaScriptEnabled);
  const section = sectionOf(page, 'Footer and social links');
  await section.getByLabel('Copyright line').fill('© Never stored');
  await section.getByLabel('Address of link 2').fill('http://social.example/@quay');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByText('Enter a web address that begins with https://.').first()).toBeVisible();
  await expect(section.getByLabel('Address of link 2')).toHaveValue('http://social.example/@quay');

  await page.goto(site.url);
  await expect(page.getByText('© Never stored')).toHaveCount(0);
});

test('an announcement stands above the header until it is switched off or its last day is over', async ({
  page,
  context,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'owner');
  await openIdentity(page, site, javaScriptEnabled);
  const section = sectionOf(page, 'Announcement bar');
  const bar = page.getByRole('complementary', { name: 'Announcement' });
  await section.getByLabel('Show the announcement').check();
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(section.getByText('Enter the announcement, or switch it off.').first()).toBeVisible();

  await section.getByLabel('Text', { exact: true }).fill('We moved to Quay 4.');
  await section.getByLabel('Link', { exact: true }).fill('/archive');
  await section.getByLabel('Text of the link').fill('See how');
  await section.getByLabel('Last day').fill(dayAfter(2));
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The announcement is shown on every page.')).toBeVisible();
  await page.goto(site.url);
  await expect(bar).toContainText('We moved to Quay 4. See how');
  const [barBox, header] = await Promise.all([bar.boundingBox(), page.getByRole('banner').boundingBox()]);
  expect((barBox?.y ?? 0) + (barBox?.height ?? 0)).toBeLessThanOrEqual(header?.y ?? 0);
  await bar.getByRole('link', { name: 'See how' }).click();
  await expect(page).toHaveURL(`${site.url}/archive`);
  await expect(bar).toBeVisible();

  await openIdentity(page, site, javaScriptEnabled);
  await section.getByLabel('Last day').fill(dayAfter(-2));
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved, but its last day is over')).toBeVisible();
  await page.goto(site.url);
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(bar).toHaveCount(0);

  await openIdentity(page, site, javaScriptEnabled);
  await section.getByLabel('Last day').fill('');
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The announcement is shown on every page.')).toBeVisible();
  await page.goto(site.url);
  await expect(bar).toBeVisible();

  const { id, slug } = await createPost({ type: 'page', title: 'How to find us' });
  await openIdentity(page, site, javaScriptEnabled);
  await section.getByLabel('Link', { exact: true }).fill(`/${slug}`);
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The announcement is shown on every page.')).toBeVisible();
  await page.goto(site.url);
  await expect(bar.getByRole('link')).toHaveAttribute('href', `/${slug}`);
  await db.post.update({ where: { id }, data: { status: 'trashed', statusBeforeTrash: 'published' } });
  await site.refresh([`post:${id}`]);
  await page.goto(site.url);
  await expect(bar).toHaveText('We moved to Quay 4.');
  await expect(bar.getByRole('link')).toHaveCount(0);

  await openIdentity(page, site, javaScriptEnabled);
  await expect(section.getByText(/is not public \(Trash\)/)).toBeVisible();
  await section.getByLabel('Show the announcement').uncheck();
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('No announcement is shown.')).toBeVisible();
  await page.goto(site.url);
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(bar).toHaveCount(0);
});
