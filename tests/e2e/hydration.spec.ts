import type { BrowserContext, Page } from '@playwright/test';
import { createComment } from '../factories/comments';
import { createPost } from '../factories/posts';
import { untilHydrated } from './hydrated';
import { expect, test, type Site } from './site';

const paragraphs = '<p>The tide table hangs where it always hung.</p>'.repeat(200);

/** Opens a long article; lists the scripts that the browser fetched, and what it complained of. */
async function openArticle(page: Page, site: Site) {
  const loaded: string[] = [];
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => request.resourceType() === 'script' && loaded.push(request.url()));
  const { slug } = await createPost({ bodyHtml: paragraphs, renderedHtml: paragraphs });
  await page.goto(`${site.url}/${slug}`, { waitUntil: 'networkidle' });
  return { loaded, complaints };
}

async function pagesAnswered(site: Site) {
  const figures = await (await fetch(`${site.url}/metrics`)).text();
  const counted = figures.matchAll(/^masthead_page_cache_(?:hits|misses)_total (\d+)$/gm);
  return [...counted].reduce((sum, [, count]) => sum + Number(count), 0);
}

test('who only reads loads no script; who comes to the comments finds them awake', async ({ page, site }) => {
  const { loaded, complaints } = await openArticle(page, site);
  expect(loaded).toEqual([]);

  await page.getByLabel('Your comment').scrollIntoViewIfNeeded();
  await expect(page.getByRole('radio', { name: 'System' })).toBeChecked();
  expect(loaded.length).toBeGreaterThan(0);

  await page.getByLabel('Your comment').fill('Kept while I read on.');
  await page.reload();
  await expect(page.getByLabel('Your comment')).toHaveValue('Kept while I read on.');
  expect(complaints).toEqual([]);
});

test('the first key wakes them', async ({ page, site }) => {
  const { loaded } = await openArticle(page, site);
  await page.keyboard.press('Tab');
  await expect.poll(() => loaded.length).toBeGreaterThan(0);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('for signed-in users they are hydrated', async ({ page, context, site }) => {
  await site.signIn(context, 'reader', 'Ida Brandt');
  const { loaded } = await openArticle(page, site);
  await expect(page.getByRole('link', { name: 'Ida Brandt' })).toBeVisible();
  expect(loaded.length).toBeGreaterThan(0);
});

test('a page is fetched as soon as the pointer is down on its link', async ({ page, site }) => {
  await openArticle(page, site);
  const link = page.getByRole('link', { name: 'Archive' }).first();
  await link.hover();
  const before = await pagesAnswered(site);
  await page.mouse.down();
  await expect.poll(() => pagesAnswered(site)).toBe(before + 1);
  await page.mouse.up();
  await expect(page).toHaveURL(`${site.url}/archive`);
  const delivery = await page.evaluate(
    () => (performance.getEntriesByType('navigation')[0] as { deliveryType?: string } | undefined)?.deliveryType,
  );
  expect(delivery).toBe('navigational-prefetch');
});

test('a question that is opened before the page is awake says how many it is about once it is', async ({
  page,
  context,
  site,
}) => {
  for (const title of ['Frayed rope', 'Rusty chain'])
    await createPost({ title, status: 'trashed', statusBeforeTrash: 'draft' });
  await site.signIn(context, 'editor');
  let wake = () => {};
  const hydrated = new Promise<void>((resolve) => (wake = resolve));
  await page.route('**/_next/static/**/*.js', async (route) => {
    await hydrated;
    await route.continue();
  });
  await page.goto(`${site.url}/admin/posts?state=trash`, { waitUntil: 'commit' });
  for (const title of ['Frayed rope', 'Rusty chain'])
    await page.getByRole('checkbox', { name: `Select “${title}”` }).check();
  await page.getByRole('button', { name: 'Delete permanently…' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toHaveAccessibleName('Delete the selected posts permanently?');

  wake();
  await expect(question).toHaveAccessibleName('Delete 2 posts permanently?');
  await expect(question).toContainText('“Frayed rope”');
});

test('what is typed into a filled field before the page is hydrated stays, and is what is saved', async ({
  page,
  context,
  site,
}) => {
  const { field, hydrate } = await openedUnhydrated(page, context, site);
  await field.fill('The tide is high.');

  await hydrate();
  await expect(field).toHaveValue('The tide is high.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The tide is high.')).toBeVisible();
});

test('words chosen in a filled field before the page is hydrated stay chosen', async ({ page, context, site }) => {
  const { field, hydrate } = await openedUnhydrated(page, context, site);
  await field.selectText();

  await hydrate();
  const chosen = () => field.evaluate(() => window.getSelection()?.toString());
  await expect.poll(chosen).toBe('The tide is hihg.');
  await page.keyboard.insertText('The tide is high.');
  await expect(field).toHaveValue('The tide is high.');
});

async function openedUnhydrated(page: Page, context: BrowserContext, site: Site) {
  const post = await createPost();
  const user = await site.signIn(context, 'reader', 'Ida Brandt');
  const { id } = await createComment(post.id, { authorId: user.id, body: 'The tide is hihg.' });
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_next/static/**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${site.url}/${post.slug}/comments/${id}`, { waitUntil: 'commit' });
  const field = page.getByLabel('Edit your comment');
  const hydrate = async () => {
    release();
    await untilHydrated(field);
  };
  return { field, hydrate };
}
