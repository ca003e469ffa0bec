import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { createSeries } from '../factories/series';
import { storeSettings } from '@/lib/settings/queries';
import { untilHydrated } from './hydrated';
import { expect, test, type Site } from './site';

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 800 };
let hasScript = true;

test.beforeEach(({ javaScriptEnabled }) => {
  hasScript = javaScriptEnabled !== false;
});

async function threeParts(site: Site) {
  const posts = [];
  for (const title of ['The first knot', 'The second knot', 'The third knot']) posts.push(await createPost({ title }));
  const draft = await createPost({ title: 'Not yet', status: 'draft' });
  const ids = posts.map(({ id }) => id);
  const series = await createSeries([ids[0]!, draft.id, ids[1]!, ids[2]!], 'Knots for sailors');
  await site.refresh(['list', `series:${series.id}`, ...ids.map((id) => `post:${id}`)]);
  return { series, posts };
}

const box = (page: Page) => page.getByRole('navigation', { name: 'Series: Knots for sailors' });

async function isWithin(page: Page, width: number) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

test('a reader sees which part an article is, goes on to the next, and finds all in their order', async ({
  page,
  site,
}) => {
  const { series, posts } = await threeParts(site);
  await page.goto(`${site.url}/${posts[1]!.slug}`);
  await expect(box(page)).toContainText('Part 2 of 3 in Knots for sailors');
  await expect(box(page).getByRole('link', { name: 'The third knot' }).first()).toHaveAttribute('rel', 'next');
  const list = box(page).locator('ol');
  await expect(list).toBeHidden();
  await box(page).getByText('All parts').click();
  await expect(list.getByRole('listitem')).toHaveText(['The first knot', 'The second knot', 'The third knot']);
  if (hasScript) expect((await new AxeBuilder({ page }).include('.series').analyze()).violations).toEqual([]);
  await isWithin(page, desk.width);
  await box(page).getByRole('link', { name: 'The third knot' }).first().click();
  await expect(box(page)).toContainText('Part 3 of 3');
  expect(await page.locator('script[type="application/ld+json"]').textContent()).toContain('"isPartOf"');

  await page.setViewportSize(phone);
  await isWithin(page, phone.width);
  await box(page).getByRole('link', { name: 'Knots for sailors' }).click();
  await expect(page).toHaveURL(`${site.url}/series/${series.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Knots for sailors');
  await expect(page.locator('.teaser__title')).toHaveText(['The first knot', 'The second knot', 'The third knot']);
  await isWithin(page, phone.width);
  await expect(page.locator('link[type="application/atom+xml"]').first()).toHaveAttribute(
    'href',
    `${site.url}/series/${series.slug}/feed.xml`,
  );
});

test('an editor adds a series, puts its parts in order, renames it and undoes that it is deleted', async ({
  page,
  context,
  site,
}) => {
  const { series, posts } = await threeParts(site);
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/series`);
  await page.getByRole('main').getByRole('link', { name: 'Knots for sailors' }).first().click();
  await expect(page).toHaveURL(/\/admin\/series\/.+/);
  await page.goto(`${site.url}/admin/series/${series.id}`);
  const parts = page.getByRole('region', { name: 'Parts' });
  if (hasScript) await untilHydrated(parts.locator('form'));
  const up = parts.getByRole('button', { name: 'Move “The third knot” up' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(parts.getByRole('status')).toHaveText('“The third knot” is now 3 of 4.');
  if (hasScript) await expect(up).toBeFocused();
  await parts.getByRole('button', { name: 'Move “The first knot” up' }).press('Enter');
  await expect(parts.getByRole('alert')).toHaveText('It is the first part already.');
  await expect(parts.locator('.row__title')).toHaveText([
    'The first knot',
    'Not yet',
    'The third knot',
    'The second knot',
  ]);
  const reader = await context.newPage();
  await reader.goto(`${site.url}/${posts[2]!.slug}`);
  await expect(box(reader)).toContainText('Part 2 of 3');

  const title = page.getByRole('region', { name: 'Title' });
  if (hasScript) await untilHydrated(title.locator('form'));
  await title.getByLabel('Title').fill('Knots for everyone');
  await title.getByRole('button', { name: 'Rename' }).click();
  await expect(title.getByText('Renamed.')).toBeVisible();
  await reader.reload();
  const renamed = reader.getByRole('navigation', { name: 'Series: Knots for everyone' });
  await expect(renamed).toContainText('Part 2 of 3');
  await reader.goto(`${site.url}/series/${series.slug}`);
  await expect(reader).toHaveURL(/\/series\/knots-for-everyone/);

  await page.setViewportSize(phone);
  await isWithin(page, phone.width);
  const deletion = page.getByRole('region', { name: 'Delete' });
  if (hasScript) await untilHydrated(deletion.locator('form'));
  await deletion.getByRole('button', { name: 'Delete series' }).click();
  await expect(page.getByText('The series was deleted.')).toBeVisible();
  await reader.goto(`${site.url}/${posts[2]!.slug}`);
  await expect(renamed).toHaveCount(0);
  if (hasScript) await untilHydrated(page.locator('.notice form'));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Restored: “Knots for everyone”.')).toBeVisible();
  await reader.reload();
  await expect(renamed).toContainText('Part 2 of 3');
});

test('a new series is begun in the list, and a title that is taken is refused and stays', async ({
  page,
  context,
  site,
}) => {
  await createSeries([], 'Winds');
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/series`);
  const form = page.getByRole('region', { name: 'New series' });
  if (hasScript) await untilHydrated(form.locator('form'));
  await form.getByLabel('Title').fill('winds');
  await form.getByRole('button', { name: 'Add series' }).click();
  await expect(form.getByText('There is a series “Winds” already.').first()).toBeVisible();
  await expect(form.getByLabel('Title')).toHaveValue('winds');
  await form.getByLabel('Title').fill('Waves');
  await form.getByRole('button', { name: 'Add series' }).click();
  await expect(page.getByText('Series added.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waves');
});

test('a series is begun in the settings of its first post', async ({ page, context, site }) => {
  const post = await createPost({ title: 'The first tide', status: 'draft' });
  await createSeries([], 'Lights');
  await site.signIn(context, 'editor');
  await page.goto(`${site.url}/admin/posts/${post.id}`);
  if (hasScript) await page.getByRole('button', { name: 'Post settings' }).click();
  const field = page.getByLabel('Series', { exact: true });
  const list = await field.getAttribute('list');
  await expect(page.locator(`[id="${list}"] option[value="Lights"]`)).toHaveCount(1);
  await field.fill('Of tides');
  if (!hasScript) await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect
    .poll(async () => (await db.post.findUnique({ where: { id: post.id }, select: { series: true } }))?.series?.title)
    .toBe('Of tides');
});

test('the words around a series are in the language of the site', async ({ page, site }) => {
  const { posts } = await threeParts(site);
  await storeSettings({ language: 'de' });
  await site.refresh(['site', 'list']);
  await page.goto(`${site.url}/${posts[0]!.slug}`);
  await expect(page.getByRole('navigation', { name: 'Serie: Knots for sailors' })).toContainText(
    'Teil 1 von 3 in Knots for sailors',
  );
  await storeSettings({ language: 'en' });
  await site.refresh(['site', 'list']);
});
