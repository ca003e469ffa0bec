import type { Page } from '@playwright/test';
import { createPost } from '../factories/posts';
import { untilHydrated } from './hydrated';
import { expect, test, type Site } from './site';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function openVisibility(page: Page, site: Site, hasScript: boolean | undefined) {
  await page.goto(`${site.url}/admin/settings`);
  await page.getByRole('link', { name: 'Visibility' }).click();
  await expect(page.getByRole('heading', { name: 'Visibility' })).toBeVisible();
  if (hasScript) await untilHydrated(page.getByLabel('Visible to'));
}

test('a site with a password asks strangers for it, and then lets them read what they came for', async ({
  page,
  context,
  browser,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'owner');
  const post = await createPost({ title: 'Lanterns at low tide' });
  await openVisibility(page, site, javaScriptEnabled);
  const who = section(page, 'Who can see the site');
  await who.getByLabel('Visible to').selectOption('People with a password, without an account');
  await who.getByRole('button', { name: 'Save' }).click();
  await expect(who.getByText('Enter the password that readers will be asked for.').first()).toBeVisible();
  await who.getByLabel('Password for readers').fill('short');
  await who.getByRole('button', { name: 'Save' }).click();
  await expect(who.getByText('Use at least 8 characters.').first()).toBeVisible();
  await who.getByLabel('Password for readers').fill('a lantern for each boat');
  await who.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Only people with the password can see the site.')).toBeVisible();

  const stranger = await (await browser.newContext({ javaScriptEnabled })).newPage();
  const answer = await stranger.goto(`${site.url}/${post.slug}`);
  expect(answer?.status()).toBe(403);
  await expect(stranger.getByRole('heading', { name: 'This site is private' })).toBeVisible();
  await stranger.getByLabel('Password').fill('a lantern for no boat');
  await stranger.getByRole('button', { name: 'Open the site' }).click();
  await expect(stranger.getByText('That is not the password.')).toBeVisible();
  await stranger.getByLabel('Password').fill('a lantern for each boat');
  await stranger.keyboard.press('Enter');
  await expect(stranger.getByRole('heading', { name: 'Lanterns at low tide' })).toBeVisible();
  expect(new URL(stranger.url()).pathname).toBe(`/${post.slug}`);
  await stranger.context().close();

  await openVisibility(page, site, javaScriptEnabled);
  await who.getByLabel('Visible to').selectOption('Everyone');
  await who.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Everyone can see the site.')).toBeVisible();
});

test('a site for accounts leads strangers to signing in, where nobody can sign up', async ({
  page,
  context,
  browser,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'owner');
  await openVisibility(page, site, javaScriptEnabled);
  const who = section(page, 'Who can see the site');
  await who.getByLabel('Visible to').selectOption('Everyone with an account, readers included');
  await who.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Only people with an account can see the site.')).toBeVisible();

  const stranger = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await stranger.goto(`${site.url}/archive`);
  await stranger.getByRole('link', { name: 'Sign in' }).click();
  await expect(stranger).toHaveURL(`${site.url}/signin?to=%2Farchive`);
  await expect(stranger.getByRole('link', { name: 'Create an account' })).toHaveCount(0);
  await site.signIn(stranger.context(), 'reader');
  await stranger.goto(`${site.url}/archive`);
  await expect(stranger.getByRole('heading', { name: 'Archive' })).toBeVisible();
  await stranger.context().close();

  await openVisibility(page, site, javaScriptEnabled);
  await who.getByLabel('Visible to').selectOption('Everyone');
  await who.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Everyone can see the site.')).toBeVisible();
});

test('during maintenance readers are told so, and staff see the site under a notice', async ({
  page,
  context,
  browser,
  site,
  javaScriptEnabled,
}) => {
  await site.signIn(context, 'owner');
  const post = await createPost({ title: 'Nets on the quay' });
  await openVisibility(page, site, javaScriptEnabled);
  const maintenance = section(page, 'Maintenance');
  await maintenance.getByLabel('Show the maintenance page to readers').check();
  await maintenance.getByLabel('Maintenance text').fill('We mend our nets.\n\nBack at noon.');
  await maintenance.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Readers see the maintenance page from now on.')).toBeVisible();

  const reader = await (await browser.newContext({ javaScriptEnabled })).newPage();
  const answer = await reader.goto(`${site.url}/${post.slug}`);
  expect(answer?.status()).toBe(503);
  expect(answer?.headers()['retry-after']).toBe('3600');
  await expect(reader.getByText('We mend our nets.')).toBeVisible();
  await reader.context().close();

  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.getByRole('heading', { name: 'Nets on the quay' })).toBeVisible();
  if (javaScriptEnabled) await untilHydrated(page.getByRole('textbox', { name: 'Comment' }));
  const notice = page.getByRole('link', { name: 'Maintenance: only staff see the site.' });
  await expect(notice).toHaveCount(1);
  await notice.click();
  await expect(page.getByRole('heading', { name: 'Visibility' })).toBeVisible();
  if (javaScriptEnabled) await untilHydrated(page.getByLabel('Visible to'));
  expect(faults).toEqual([]);
  await maintenance.getByLabel('Show the maintenance page to readers').uncheck();
  await maintenance.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Readers see the site, as far as it is open to them.')).toBeVisible();
});
