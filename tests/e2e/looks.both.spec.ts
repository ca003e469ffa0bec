import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { hashPassword } from '@/lib/auth/passwords';
import { db } from '@/lib/database/db';
import { defaultSettings } from '@/lib/settings/settings';
import { looksOf } from '@/lib/settings/looks';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { createSampleSite } from '../factories/sample-site';
import { untilHydrated } from './hydrated';
import { expect, test, type Site } from './site';

let hasScript = true;

test.beforeEach(async ({ site, javaScriptEnabled }) => {
  hasScript = javaScriptEnabled !== false;
  if ((await db.post.count()) < 3) await createSampleSite();
  await storeSettings({ ...looksOf(defaultSettings), formerLooks: '', ownCssDraft: '' });
  await site.refresh(['site', 'list', 'menu']);
});

async function openAppearance(page: Page, site: Site) {
  await page.goto(`${site.url}/admin/settings/appearance`);
  if (hasScript) await untilHydrated(page.locator('#looks-form'));
}

const styleOf = (page: Page, property: string) =>
  page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name), property);

test('an owner sees the site with other looks before readers do, saves them, and undoes it with one press', async ({
  page,
  context,
  site,
  browser,
}) => {
  const reader = await (await browser.newContext({ javaScriptEnabled: hasScript })).newPage();
  await reader.goto(site.url);
  await expect(reader.locator('.front')).toHaveCount(0);
  await site.signIn(context, 'owner');
  await openAppearance(page, site);
  await page.getByRole('radio', { name: /^Cards/ }).check();
  await page.getByRole('radio', { name: /^Literata/ }).check();
  await page.getByLabel('Accent colour', { exact: true }).fill('#ffd400');
  await page.getByRole('button', { name: 'Preview front page' }).click();
  const preview = page.frameLocator('iframe[name=looks-preview]');
  await expect(preview.locator('.front--cards')).toBeVisible();
  await page.getByRole('button', { name: 'Preview article' }).click();
  await expect(preview.getByRole('heading', { name: 'Read next' })).toBeVisible();
  await reader.reload();
  await expect(reader.locator('.front')).toHaveCount(0);

  if (!hasScript) {
    // The frame has the choices; the form still has them, too.
    await expect(page.getByRole('radio', { name: /^Cards/ })).toBeChecked();
  }
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved. Every page shows it from now on.')).toBeVisible();
  await expect(page.getByText(/On light pages #ffd400 is too weak/)).toBeVisible();
  await reader.reload();
  await expect(reader.locator('.front--cards')).toBeVisible();
  expect(await styleOf(reader, '--display')).toContain('Literata');
  expect(await styleOf(reader, '--accent')).not.toBe('#ffd400');

  await page.getByRole('button', { name: 'Undo last change' }).click();
  await expect(page.getByText('Undone. Every page looks as it did before.')).toBeVisible();
  await reader.reload();
  await expect(reader.locator('.front')).toHaveCount(0);
  expect(await styleOf(reader, '--display')).toContain('Source Serif');
  await reader.context().close();
});

test('a colour that is none is refused beside its field, and nothing is saved', async ({ page, context, site }) => {
  await site.signIn(context, 'owner');
  await openAppearance(page, site);
  await page.getByRole('radio', { name: /^Magazine/ }).check();
  await page.getByLabel('Accent colour', { exact: true }).fill('red');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.locator('#accentColour-error')).toHaveText('Enter a colour in hexadecimal, such as #8a2b1e.');
  await expect(page.getByRole('radio', { name: /^Magazine/ })).toBeChecked();
  expect(await getSettings()).toMatchObject({ frontLayout: 'list', accentColour: '' });
});

test('CSS is looked at first, then saved with the password, and never styles the admin', async ({
  page,
  context,
  site,
}) => {
  const { id } = await site.signIn(context, 'owner');
  await db.user.update({ where: { id }, data: { passwordHash: await hashPassword('a tide that waits') } });
  await openAppearance(page, site);
  const css = page.getByLabel('CSS', { exact: true });
  await css.fill('body { display: none }');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  const draft = page.frameLocator('iframe[name=css-preview]');
  await expect(page.locator('iframe[name=css-preview]')).toBeVisible();
  await expect(draft.locator('body')).toBeHidden();
  await page.goto(site.url);
  await expect(page.getByRole('banner')).toBeVisible();

  await openAppearance(page, site);
  await expect(css).toHaveValue('body { display: none }');
  await page.getByRole('button', { name: 'Save CSS' }).click();
  await expect(page.locator('#ownPassword-error')).toHaveText('Enter your password.');
  expect((await getSettings()).ownCss).toBe('');
  await css.fill('@import "https://evil.example/x.css";');
  await page.getByRole('button', { name: 'Save CSS' }).click();
  await expect(page.locator('#ownCss-error')).toHaveText(/^Line 1: @import/);
  await css.fill('hello');
  await page.getByRole('button', { name: 'Save CSS' }).click();
  await expect(page.locator('#ownCss-error')).toHaveText('This is not valid CSS: line 1 cannot be read.');
  await css.fill('.masthead { outline: 3px solid red }');
  await page.getByLabel('Your password').fill('a tide that waits');
  await page.getByRole('button', { name: 'Save CSS' }).click();
  await expect(page.getByText('Saved. Every page shows it from now on.')).toBeVisible();
  await page.goto(site.url);
  await expect(page.getByRole('banner')).toHaveCSS('outline-style', 'solid');

  await openAppearance(page, site);
  await expect(css).toHaveValue('.masthead { outline: 3px solid red }');
  await page.getByRole('button', { name: 'Undo last change' }).click();
  await expect(page.getByText('Undone. Every page looks as it did before.')).toBeVisible();
  await expect(css).toHaveValue('');
  await css.fill('hello');
  await page.getByRole('button', { name: 'Save CSS' }).click();
  await expect(page.locator('#ownCss-error')).toBeVisible();
  await page.getByRole('button', { name: 'Undo last change' }).click();
  await expect(page.locator('#ownCss-error')).toHaveCount(0);
});

test('CSS that hides every page is undone with one press', async ({ page, context, site }) => {
  await storeSettings({ ownCss: 'body { display: none }', formerLooks: JSON.stringify(looksOf(defaultSettings)) });
  await site.refresh(['site']);
  const answer = await page.goto(site.url);
  expect(answer?.headers()['content-security-policy']).toContain("style-src 'self'");
  await expect(page.locator('body')).toBeHidden();
  await site.signIn(context, 'owner');
  await openAppearance(page, site);
  await page.getByRole('button', { name: 'Undo last change' }).click();
  await expect(page.getByText('Undone. Every page looks as it did before.')).toBeVisible();
  await page.goto(site.url);
  await expect(page.getByRole('banner')).toBeVisible();
  expect((await page.request.get(`${site.url}/own.css`)).status()).toBe(404);
});

test('the preview is for those who may change settings, is never kept, and can be framed by this site alone', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'editor');
  expect((await page.request.get(`${site.url}/preview/looks`)).status()).toBe(404);
  await context.clearCookies();
  await page.goto(`${site.url}/preview/looks`);
  expect(page.url()).toContain('/signin');
  await site.signIn(context, 'admin');
  const answer = await page.goto(`${site.url}/preview/looks?frontLayout=magazine&fontPair=nonsense`);
  expect(answer?.headers()).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'self'");
  expect(answer?.headers()['x-frame-options']).toBeUndefined();
  await expect(page.locator('.front--magazine')).toBeVisible();
  expect(await styleOf(page, '--reading')).toContain('Source Serif');
  const other = await page.request.get(`${site.url}/admin/settings/appearance`);
  expect(other.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  await openAppearance(page, site);
  await expect(page.getByText('Only an owner can change it.')).toBeVisible();
});

for (const frontLayout of ['list', 'magazine', 'cards'] as const) {
  for (const width of [360, 768, 1280]) {
    test(`the front as ${frontLayout} fits ${width} px and has no fault that axe finds`, async ({ page, site }) => {
      await storeSettings({ frontLayout, paper: 'cream', fontPair: 'franklin', accentColour: '#39ff14' });
      await site.refresh(['site', 'list']);
      await page.setViewportSize({ width, height: 800 });
      await page.goto(site.url);
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await over()).toBeLessThanOrEqual(0);
      if (hasScript) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      const newest = page.locator('.teaser__title a').first();
      await newest.click();
      await expect(page.getByRole('heading', { name: 'Read next' })).toBeVisible();
      expect(await over()).toBeLessThanOrEqual(0);
    });
  }
}

test('on a phone the header is one line, and its button opens the rest', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(site.url);
  const header = page.getByRole('banner');
  expect((await header.boundingBox())?.height).toBeLessThanOrEqual(72);
  const account = header.getByRole('link', { name: 'Account' });
  await expect(header.getByRole('link', { name: 'Search' })).toBeVisible();
  await expect(account).toBeHidden();
  await header.getByRole('button', { name: 'Menu' }).click();
  await expect(account).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(account).toBeHidden();
});
