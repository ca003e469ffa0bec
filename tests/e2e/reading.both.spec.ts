import { createSampleSite } from '../factories/sample-site';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

test('a reader walks from the front page through the posts to the archive, and is helped when lost', async ({
  page,
  site,
}) => {
  const { newest, middle } = await createSampleSite();
  await site.refresh(['list', 'menu']);
  const heading = page.getByRole('heading', { level: 1 });

  await page.goto(site.url);
  await page.getByRole('link', { name: newest.title }).first().click();
  await expect(heading).toHaveText(newest.title);
  await expect(page.locator('h1 + p')).toHaveText(newest.subtitle);
  await expect(page.getByRole('link', { name: /Next Post/ })).toHaveCount(0);

  await page.getByRole('link', { name: `Previous Post ${middle.title}` }).click();
  await expect(heading).toHaveText(middle.title);
  await page.getByRole('link', { name: `Next Post ${newest.title}` }).click();
  await expect(heading).toHaveText(newest.title);

  await page.getByRole('list', { name: 'Tags' }).getByRole('link', { name: 'Harbour' }).click();
  await expect(heading).toHaveText('Harbour');
  await page.getByRole('link', { name: 'Archive' }).last().click();
  await expect(heading).toHaveText('Archive');
  await page
    .getByRole('link', { name: String(newest.publishAt?.getUTCFullYear()) })
    .first()
    .click();
  await expect(page.getByRole('link', { name: newest.title })).toBeVisible();

  const lost = await page.goto(`${site.url}/no/such/page/at-all`);
  expect(lost?.status()).toBe(404);
  await expect(heading).toHaveText('Page not found');
  await page.getByRole('searchbox').fill('late tide');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('status')).toHaveText('One result for “late tide”.');
  await expect(page.locator('mark').first()).toHaveText('tide');
});

test('a reader who mistypes a word sees the corrected query', async ({ page, site }) => {
  await createPost({ title: 'The windmill', bodyText: 'Nobody repairs a windmill in winter.' });
  const status = page.getByRole('status');

  await page.goto(`${site.url}/search`);
  await page.getByRole('searchbox').fill('windmyll');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(status).toHaveText('No results for “windmyll”. Showing results for “windmill”.');
  await expect(page.getByRole('searchbox')).toHaveValue('windmyll');
  await expect(page.getByRole('link', { name: 'The windmill' })).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText('windmill');

  await page.goto(`${site.url}/search?q=xqzzvkpj`);
  await expect(status).toHaveText('No results for “xqzzvkpj”.');
  await expect(page.getByText('Try fewer or different words')).toBeVisible();
});
