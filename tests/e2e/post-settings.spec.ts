import type { Page } from '@playwright/test';
import { publishedPost } from '../factories/published-posts';
import { actorWith, createUser } from '../factories/users';
import { expect, test } from './site';
import { beginPost, saved, text, title } from './editor-page';
import { violations } from './page-looks';

const button = (page: Page) => page.getByRole('button', { name: 'Post settings' });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Post settings' });
const tags = (page: Page) => page.getByRole('combobox', { name: 'Tags' });
const options = (page: Page) => page.getByRole('listbox', { name: 'Tags' }).getByRole('option');
const chips = (page: Page, name: string) => page.getByRole('list', { name }).getByRole('listitem');

test.beforeEach(async ({ page, context, site }) => {
  await site.signIn(context, 'editor');
  await beginPost(page, site);
});

test('post settings stand beside the text while it is written, and stay open in the next post', async ({
  page,
  site,
}) => {
  await expect(title(page)).toBeFocused();
  await button(page).click();
  await expect(panel(page)).toBeFocused();
  await expect(button(page)).toHaveAttribute('aria-expanded', 'true');
  await text(page).click();
  await page.keyboard.type('The settings are in sight.');
  await panel(page).getByLabel('Excerpt').fill('So is the text.');
  await expect(text(page)).toHaveText('The settings are in sight.');
  const [written, beside] = [await text(page).boundingBox(), await panel(page).boundingBox()];
  expect(written!.x + written!.width).toBeLessThanOrEqual(beside!.x);
  await saved(page);

  await beginPost(page, site);
  await expect(panel(page)).toBeVisible();
  await expect(title(page)).toBeFocused();
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(button(page)).toBeFocused();
  await page.reload();
  await expect(text(page)).toBeVisible();
  await expect(panel(page)).toHaveCount(0);
});

test('a shortcut opens the settings from the text, and Escape leads back to it', async ({ page }) => {
  await text(page).focus();
  await page.keyboard.type('Nets');
  await page.keyboard.press('Control+Shift+Comma');
  await expect(panel(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await page.keyboard.type(' and sails');
  await expect(text(page)).toHaveText('Nets and sails');
});

test('on narrow screens the settings are a dialog, which never opens by itself', async ({ page }) => {
  await button(page).click();
  await expect(panel(page)).toBeVisible();
  await page.setViewportSize({ width: 768, height: 900 });
  await expect(panel(page)).toHaveCount(0);
  await page.reload();
  await expect(text(page)).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Post settings' })).toHaveCount(0);
  await button(page).click();
  await expect(page.getByRole('dialog', { name: 'Post settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button(page)).toBeFocused();
});

test('while writing, the sidebar is icons until the keyboard or the pointer is in it', async ({ page }) => {
  const sidebar = page.getByRole('navigation', { name: 'Admin' }).first();
  await expect.poll(async () => (await sidebar.boundingBox())?.width).toBe(64);
  await sidebar.getByRole('link', { name: 'Posts' }).focus();
  await expect.poll(async () => (await sidebar.boundingBox())?.width).toBe(224);
  await title(page).focus();
  await expect.poll(async () => (await sidebar.boundingBox())?.width).toBe(64);
});

test('tags are typed with suggestions, ordered and removed by keyboard', async ({ page, site }) => {
  const { db } = await import('@/lib/database/db');
  const id = page.url().split('/').at(-1)!;
  await title(page).fill('Ferries');
  await button(page).click();
  await tags(page).fill('Weather, Boats,');
  await expect(chips(page, 'Tags')).toHaveText(['Weather', 'Boats'].map((name) => new RegExp(name)));
  await tags(page).fill('boats');
  await page.keyboard.press('Enter');
  await expect(chips(page, 'Tags')).toHaveCount(2);
  await tags(page).fill('Night');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Remove Night' }).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('button', { name: 'Remove Night' })).toBeFocused();
  await expect(chips(page, 'Tags').nth(1)).toContainText('Night');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Delete');
  await expect(tags(page)).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Weather removed' })).toBeAttached();
  await page.keyboard.press('Backspace');
  await expect(chips(page, 'Tags')).toHaveCount(1);
  await saved(page);
  const { tags: stored } = await db.post.findUniqueOrThrow({
    where: { id },
    select: { tags: { select: { tag: { select: { name: true } } } } },
  });
  expect(stored.map(({ tag }) => tag.name)).toEqual(['Night']);

  await beginPost(page, site);
  await tags(page).fill('ni');
  await expect(options(page)).toHaveText(['Night']);
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Night' })).toHaveAttribute('aria-selected', 'true');
  expect(await violations(page, (axe) => axe)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(chips(page, 'Tags')).toHaveCount(1);
});

test('several authors are found by name and ordered by keyboard, and one always stays', async ({ page }) => {
  await createUser({ name: 'Ada Quay', role: 'author' });
  await page.reload();
  await title(page).fill('By two');
  await button(page).click();
  const authors = page.getByRole('combobox', { name: 'Authors' });
  await authors.fill('nobody of that name');
  await page.keyboard.press('Enter');
  await expect(chips(page, 'Authors')).toHaveCount(1);
  await authors.fill('quay');
  await page.getByRole('option', { name: 'Ada Quay' }).click();
  await expect(chips(page, 'Authors').nth(1)).toContainText('Ada Quay');
  await authors.press('ArrowLeft');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(chips(page, 'Authors').first()).toContainText('Ada Quay');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Backspace');
  await expect(chips(page, 'Authors')).toHaveCount(1);
  await expect(chips(page, 'Authors')).toContainText('Ada Quay');
});

test('a search result and a social card follow the fields while they are filled in, and readers’ links have them', async ({
  page,
  site,
}) => {
  await title(page).fill('The last ferry');
  await text(page).click();
  await page.keyboard.type('Nobody saw it go.');
  await button(page).click();
  await panel(page).getByText('SEO', { exact: true }).click();
  const result = panel(page).getByRole('figure', { name: 'Search result' });
  await expect(result).toContainText('The last ferry — ');
  await expect(result).toContainText('Nobody saw it go.');
  await panel(page).getByLabel('Meta title').fill('s'.repeat(61));
  await expect(result).toContainText('Title: 61 characters; often cut after 60');
  await panel(page).getByLabel('Meta title').fill('');

  await panel(page).getByText('Social sharing', { exact: true }).click();
  const card = panel(page).getByRole('figure', { name: 'Social card' });
  await panel(page).getByLabel('Social title').fill('It left at nine');
  await panel(page).getByLabel('Social description').fill('And nobody was on the quay.');
  await expect(card).toContainText('It left at nine');
  await expect(card).toContainText('Title: 15 of 70 characters');
  await expect(result).toContainText('The last ferry — ');
  expect(await violations(page, (axe) => axe)).toEqual([]);
  await panel(page).getByRole('button', { name: 'Choose from library' }).last().click();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeVisible();
  await saved(page);

  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  const address = await page.getByRole('link', { name: 'View it' }).getAttribute('href');
  await page.goto(site.url + address!);
  const meta = (property: string) => page.locator(`meta[property="${property}"], meta[name="${property}"]`);
  await expect(meta('og:title')).toHaveAttribute('content', 'It left at nine');
  await expect(meta('twitter:description')).toHaveAttribute('content', 'And nobody was on the quay.');
  await expect(page).toHaveTitle(/^The last ferry/);
});

test('what blocks a post is said when it is to be published, and has the focus', async ({ page }) => {
  await text(page).click();
  await page.keyboard.type('A text without a title.');
  await saved(page);
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish' });
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('This must be fixed first: It has no title yet.');
  await expect(dialog.locator('#faults')).toBeFocused();
  await expect(dialog.locator('#faults')).toHaveClass(/hints--blocking/);
});

test('the revisions of this visit are listed when the settings are opened', async ({ page }) => {
  await title(page).fill('Saved and seen');
  await saved(page);
  await button(page).click();
  const history = panel(page).getByRole('region', { name: 'Revision history' });
  await expect(history.getByRole('listitem')).not.toHaveCount(0);
  await expect(history.getByText('No revisions yet.')).toHaveCount(0);
});

test('the address of a page that was given a parent is shown with it before it is published', async ({
  page,
  site,
}) => {
  const editor = await actorWith('editor');
  await publishedPost(editor, { title: 'Visit the harbour' }, 'page');
  const ferry = await publishedPost(editor, { title: 'Ferry times' }, 'page');
  await page.goto(`${site.url}/admin/posts/${ferry.id}`);
  await button(page).click();
  await panel(page).getByLabel('Parent page').selectOption('Visit the harbour (/visit-the-harbour)');
  await expect(panel(page).getByText('/visit-the-harbour/ferry-times')).toBeVisible();
  await saved(page);
  await page.getByRole('button', { name: 'Update…' }).click();
  await expect(page.getByText('URL: /visit-the-harbour/ferry-times')).toBeVisible();
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect
    .poll(async () => (await page.request.get(`${site.url}/visit-the-harbour/ferry-times`)).status())
    .toBe(200);
});
