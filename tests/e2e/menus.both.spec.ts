import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { setMenu } from '../factories/menus';
import { createPost } from '../factories/posts';
import { untilHydrated } from './hydrated';
import { expect, test, type Site } from './site';

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 800 };
let hasScript = true;

test.beforeEach(async ({ site, javaScriptEnabled }) => {
  hasScript = javaScriptEnabled !== false;
  await db.siteMenu.deleteMany();
  await site.refresh(['menu']);
});

async function openMenus(page: Page, site: Site) {
  await page.goto(`${site.url}/admin/menus`);
  if (hasScript) await untilHydrated(page.locator('#header-menu'));
}

const section = (page: Page, name: 'Header' | 'Footer') => page.getByRole('region', { name, exact: true });

async function add(menu: Locator, entry: { to?: string; address?: string; label?: string }) {
  if (hasScript) await untilHydrated(menu.locator('form').last());
  if (entry.to) await menu.getByLabel('Leads to').selectOption(entry.to);
  if (entry.address) await menu.getByLabel('Address').fill(entry.address);
  if (entry.label) await menu.getByLabel('Label').fill(entry.label);
  await menu.getByRole('button', { name: 'Add entry' }).click();
}

async function namesIn(menu: Locator) {
  return menu.locator('.row__title').allInnerTexts();
}

const mainNavigation = (page: Page) => page.getByRole('navigation', { name: 'Main' });

async function tagged() {
  const id = newId();
  const tag = await db.tag.create({ data: { id, slug: `boats-${id}`, name: 'Boats', createdAt: new Date() } });
  const post = await createPost({ title: 'Tides' });
  await db.postTag.create({ data: { postId: post.id, tagId: tag.id, position: 0 } });
  return post;
}

test('an owner builds a menu, and readers find it on a desk and on a phone', async ({
  page,
  context,
  site,
  browser,
}) => {
  const post = await tagged();
  await createPost({ type: 'page', title: 'About us', slug: `about-${newId()}` });
  await site.refresh(['list', 'menu', 'site']);
  const reader = await (await browser.newContext({ javaScriptEnabled: hasScript, viewport: desk })).newPage();
  await reader.goto(`${site.url}/${post.slug}`);
  await expect(mainNavigation(reader).getByRole('link', { name: 'Boats' })).toBeVisible();

  await site.signIn(context, 'owner');
  await openMenus(page, site);
  const header = section(page, 'Header');
  await expect(header).toContainText('No entries: readers see the tags with the most posts.');
  await add(header, { to: 'About us' });
  await expect(header.getByText('Added: “About us”.')).toBeVisible();
  await add(header, { to: 'Boats', label: 'All about boats' });
  await expect(header.getByText('Added: “All about boats”.')).toBeVisible();
  await add(header, { address: 'https://tides.example/', label: 'Tide tables' });
  await expect(header.getByText('Added: “Tide tables”.')).toBeVisible();
  await add(header, { address: `/${post.slug}` });
  await expect(header.getByText('Added: “Tides”.')).toBeVisible();
  await header.getByRole('button', { name: 'Indent “Tide tables”' }).click();
  await expect(header.getByText('“Tide tables” is now 1 of 1 beneath “All about boats”.')).toBeVisible();

  await reader.reload();
  const navigation = mainNavigation(reader);
  await expect(navigation.getByRole('link', { name: 'About us' })).toBeVisible();
  const nested = navigation.getByRole('link', { name: 'Tide tables' });
  await expect(nested).toBeHidden();
  await navigation.getByRole('button', { name: 'More under “All about boats”' }).focus();
  await reader.keyboard.press('Enter');
  await expect(nested).toBeVisible();
  await expect(nested).toHaveAttribute('href', 'https://tides.example/');
  await reader.keyboard.press('Escape');
  await expect(nested).toBeHidden();

  await reader.setViewportSize(phone);
  const about = navigation.getByRole('link', { name: 'About us' });
  await expect(about).toBeHidden();
  await navigation.getByRole('button', { name: 'Menu' }).click();
  await expect(about).toBeVisible();
  await expect(nested).toBeVisible();
  await about.click();
  await expect(reader.getByRole('heading', { level: 1, name: 'About us' })).toBeVisible();
  await reader.context().close();
});

test('entries are put in order by keyboard, with the focus kept and the place said', async ({
  page,
  context,
  site,
}) => {
  await setMenu('header', [{ label: 'One' }, { label: 'Two' }, { label: 'Three' }]);
  await site.refresh(['menu']);
  await site.signIn(context, 'owner');
  await openMenus(page, site);
  const header = section(page, 'Header');
  const up = header.getByRole('button', { name: 'Move “Three” up' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(header.getByRole('status')).toHaveText('“Three” is now 2 of 3.');
  if (hasScript) await expect(up).toBeFocused();
  await up.press('Enter');
  await expect(header.getByRole('status')).toHaveText('“Three” is now 1 of 3.');
  expect(await namesIn(header)).toEqual(['Three', 'One', 'Two']);
  await up.press('Enter');
  await expect(header.getByRole('alert')).toHaveText('It is the first one already.');
  await header.getByRole('button', { name: 'Move “One” down' }).click();
  await expect(header.getByRole('status')).toHaveText('“One” is now 3 of 3.');
  await header.getByRole('button', { name: 'Remove “Two”' }).click();
  await expect(header.getByRole('status')).toHaveText('Removed: “Two”.');
  expect(await namesIn(header)).toEqual(['Three', 'One']);

  await page.goto(site.url);
  await expect(mainNavigation(page).locator('.menu__entry')).toHaveText(['Three', 'One']);
});

test('an entry follows its page, is left out while that is a draft, and says so', async ({ page, context, site }) => {
  const about = await createPost({ type: 'page', title: 'About us', slug: `about-${newId()}` });
  await setMenu('header', [
    { label: 'Search', target: '/search' },
    { kind: 'post', target: about.id },
  ]);
  await site.refresh(['menu', 'site']);
  await site.signIn(context, 'owner');
  await page.goto(site.url);
  await expect(mainNavigation(page).locator('.menu__entry')).toHaveText(['Search', 'About us']);

  const pages = `${site.url}/admin/pages`;
  await page.goto(pages);
  await page.locator(`[name="id"][value="${about.id}"]`).check();
  await page.getByRole('button', { name: 'Unpublish' }).click();
  await expect(page.getByText('1 item reverted to draft.')).toBeVisible();
  await page.goto(site.url);
  await expect(mainNavigation(page).locator('.menu__entry')).toHaveText(['Search']);
  await openMenus(page, site);
  await expect(section(page, 'Header')).toContainText('A draft: readers see the entry once it is published.');

  await page.goto(pages);
  await page.locator(`[name="id"][value="${about.id}"]`).check();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('1 item published.')).toBeVisible();
  await page.goto(site.url);
  await expect(mainNavigation(page).locator('.menu__entry')).toHaveText(['Search', 'About us']);
});

test('whoever saves second is told, keeps what they typed, and can save again', async ({ page, context, site }) => {
  const [entry] = await setMenu('header', [{ label: 'Archive' }, { label: 'Other' }]);
  await site.signIn(context, 'owner');
  const late = await context.newPage();
  await late.goto(`${site.url}/admin/menus/${entry!.id}`);
  const lateList = await context.newPage();
  await openMenus(lateList, site);

  await page.goto(`${site.url}/admin/menus/${entry!.id}`);
  if (hasScript) await untilHydrated(page.locator('form.fields-form'));
  await page.getByLabel('Label').fill('Everything');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved: “Everything”.')).toBeVisible();

  const sentence = 'Someone else changed this menu while you had it open.';
  if (hasScript) await untilHydrated(late.locator('form.fields-form'));
  await late.getByLabel('Label').fill('All posts');
  await late.getByRole('button', { name: 'Save' }).click();
  await expect(late.getByRole('main').getByRole('alert')).toContainText(sentence);
  await expect(late.getByLabel('Label')).toHaveValue('All posts');
  await late.getByRole('button', { name: 'Save' }).click();
  await expect(late.getByText('Saved: “All posts”.')).toBeVisible();

  const header = section(lateList, 'Header');
  await header.getByRole('button', { name: 'Move “Other” up' }).click();
  await expect(header.getByRole('alert')).toContainText(sentence);
  await expect(header.locator('.row__title')).toHaveText(['All posts', 'Other']);
  await header.getByRole('button', { name: 'Move “Other” up' }).click();
  await expect(header.locator('.row__title')).toHaveText(['Other', 'All posts']);
});

test('what cannot be an entry is refused with a sentence, and what was typed stays', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'owner');
  await openMenus(page, site);
  const header = section(page, 'Header');
  await add(header, { address: 'javascript:alert(1)', label: 'Odd' });
  await expect(header.getByText('Enter an address that starts with https://').first()).toBeVisible();
  await expect(header.getByLabel('Address')).toHaveValue('javascript:alert(1)');
  await expect(header.getByLabel('Label')).toHaveValue('Odd');
  await header.getByLabel('Address').fill('/archive');
  await header.getByRole('button', { name: 'Add entry' }).click();
  await expect(header.getByText('Added: “Odd”.')).toBeVisible();
  await expect(section(page, 'Footer').getByLabel('Address')).toHaveValue('');
});

test('the footer has a column for each entry with others beneath it', async ({ page, context, site }) => {
  await site.signIn(context, 'owner');
  await setMenu('footer', [
    { label: 'Harbour' },
    { label: 'Boats', isNested: true },
    { label: 'Search', target: '/search' },
  ]);
  await site.refresh(['menu']);
  for (const viewport of [phone, { width: 768, height: 900 }, desk]) {
    await page.setViewportSize(viewport);
    await page.goto(site.url);
    const footer = page.getByRole('navigation', { name: 'Footer' });
    await expect(footer.getByRole('link')).toHaveText(['Harbour', 'Boats', 'Search']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
  }
  if (hasScript) expect((await new AxeBuilder({ page }).include('footer').analyze()).violations).toEqual([]);
});
