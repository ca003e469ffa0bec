import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { hashPassword } from '@/lib/auth/passwords';
import { db } from '@/lib/database/db';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { untilHydrated } from './hydrated';
import { card, saveCard } from './settings-cards';
import { expect, test, type Site } from './site';

const umami = `<!-- Umami --><script defer src="https://cloud.umami.is/script.js" data-website-id="4fb7fa4c-5b46-438d-94b3-3a8fb9bc2e8b"></script>`;
let hasScript = true;

test.beforeEach(async ({ site, javaScriptEnabled }) => {
  hasScript = javaScriptEnabled !== false;
  await storeSettings({ siteCode: [], verificationFiles: [], verificationGoogle: '', verification: '' });
  await site.refresh(['site']);
});

async function openSiteCode(page: Page, site: Site) {
  await page.goto(`${site.url}/admin/settings`);
  await page.getByRole('link', { name: 'Site code' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Site code' })).toBeVisible();
  if (hasScript) await untilHydrated(page.locator('#card-verification'));
}

test('an administrator verifies the site: a pasted tag keeps its code alone, and another is refused', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'admin');
  await openSiteCode(page, site);
  const verification = card(page, 'Verification');
  await verification.getByLabel('Google').fill('<meta name="msvalidate.01" content="0F1E">');
  await verification.getByLabel('Other tags').fill('<meta name="wot-verification" content="77aa"/>');
  await saveCard(page, 'Verification');
  await expect(verification.getByText('This is the tag of another service.').first()).toBeVisible();
  await expect(verification.getByLabel('Google')).toHaveValue('<meta name="msvalidate.01" content="0F1E">');

  await verification.getByLabel('Google').fill('<meta name="google-site-verification" content="a1-B2_c3=" />');
  await saveCard(page, 'Verification');
  await expect(page.getByText('Settings saved.')).toBeVisible();
  await page.goto(`${site.url}/`);
  await expect(page.locator('head meta[name="google-site-verification"]')).toHaveAttribute('content', 'a1-B2_c3=');
  await expect(page.locator('head meta[name="wot-verification"]')).toHaveAttribute('content', '77aa');
  await openSiteCode(page, site);
  await expect(verification.getByLabel('Google')).toHaveValue('a1-B2_c3=');
});

test('a verification file is served until it is removed', async ({ page, context, site }) => {
  await site.signIn(context, 'admin');
  await openSiteCode(page, site);
  const files = card(page, 'Verification files');
  await files.getByLabel('File name').fill('robots.txt');
  await files.getByLabel('Content of the file').fill('google-site-verification: google1a2b3c.html');
  await files.getByRole('button', { name: 'Add file' }).click();
  await expect(files.getByText('The site has a file of this name itself.').first()).toBeVisible();
  await expect(files.getByLabel('Content of the file')).toHaveValue('google-site-verification: google1a2b3c.html');
  await files.getByLabel('File name').fill('google1a2b3c.html');
  await files.getByRole('button', { name: 'Add file' }).click();
  await expect(page.getByText('Saved. The service can check the file now.')).toBeVisible();

  const at = `${site.url}/google1a2b3c.html`;
  const served = await page.request.get(at);
  expect(await served.text()).toBe('google-site-verification: google1a2b3c.html');
  expect(served.headers()['content-security-policy']).toContain("default-src 'none'; sandbox");
  await files.getByRole('button', { name: 'Remove google1a2b3c.html' }).click();
  await expect(page.getByText('Removed. Its address answers “not found”.')).toBeVisible();
  expect((await page.request.get(at)).status()).toBe(404);
});

test('an owner checks code, adds it with the password, suspends it with one press and resumes it', async ({
  page,
  context,
  site,
}) => {
  const { id } = await site.signIn(context, 'owner');
  const passwordHash = await hashPassword('correct horse battery');
  await db.user.update({ where: { id }, data: { passwordHash }, select: { id: true } });
  await openSiteCode(page, site);
  const section = card(page, 'Analytics and other code');
  await section.getByLabel('Code of the service').fill('<script>count()</script>');
  await section.getByRole('button', { name: 'Check' }).click();
  await expect(section.getByText('This code is of no provider that is known here.')).toBeVisible();
  await expect(section.getByLabel('Code of the service')).toHaveValue('<script>count()</script>');

  await section.getByLabel('Code of the service').fill(umami);
  await section.getByRole('button', { name: 'Check' }).click();
  await expect(section.getByText('This is the code of Umami.')).toBeVisible();
  await section.getByRole('button', { name: 'Add to every page' }).click();
  await expect(section.getByText(/password/).first()).toBeVisible();
  await expect(section.getByLabel('Code of the service')).toHaveValue(umami);
  expect((await getSettings()).siteCode).toEqual([]);
  await section.getByLabel('Your password').fill('correct horse battery');
  await section.getByRole('button', { name: 'Add to every page' }).click();
  await expect(page.getByText('Saved. Every page that readers see runs it from now on.')).toBeVisible();
  await expect(section.getByRole('listitem')).toContainText('Umami');
  const reader = await context.browser()!.newContext({ javaScriptEnabled: hasScript });
  const read = async () => (await reader.request.get(site.url)).headers()['content-security-policy'];
  expect(await read()).toContain('strict-dynamic');
  // It runs in the page.
  if (hasScript) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await section.getByRole('button', { name: 'Suspend Umami' }).click();
  await expect(page.getByText('Suspended. No page runs this code any more.')).toBeVisible();
  expect(await read()).not.toContain('strict-dynamic');
  const suspended = section.getByRole('listitem');
  await expect(suspended).toContainText('Umami (suspended)');
  await suspended.getByLabel('Your password').fill('wrong');
  await suspended.getByRole('button', { name: 'Resume' }).click();
  await expect(suspended.getByText('That is not your current password.').first()).toBeVisible();
  expect(await read()).not.toContain('strict-dynamic');
  await suspended.getByLabel('Your password').fill('correct horse battery');
  await suspended.getByRole('button', { name: 'Resume' }).click();
  await expect(section.getByRole('button', { name: 'Suspend Umami' })).toBeVisible();
  expect(await read()).toContain('strict-dynamic');
  await section.getByRole('button', { name: 'Remove Umami' }).click();
  await expect(page.getByText('Removed. No page runs this code any more.')).toBeVisible();
  expect(await read()).not.toContain('strict-dynamic');
});

test('an administrator suspends and removes code, and adds none', async ({ page, context, site }) => {
  const code = { name: 'Umami', code: umami, hash: '0123456789abcdef', need: 'none' as const, isOn: true };
  await storeSettings({ siteCode: [{ id: crypto.randomUUID(), ...code }] });
  await site.signIn(context, 'admin');
  await openSiteCode(page, site);
  const section = card(page, 'Analytics and other code');
  await expect(section.getByText('Only an owner can add code.')).toBeVisible();
  await section.getByRole('button', { name: 'Suspend Umami' }).click();
  await expect(section.getByRole('listitem')).toContainText('Umami (suspended)');
  await expect(section.getByRole('button', { name: 'Resume' })).toHaveCount(0);
});
