import type { Page } from '@playwright/test';
import { createUser } from '../factories/users';
import { freePort } from '../setup/free-port';
import { startIdentityProvider } from './identity-provider.mjs';
import { expect, test as base } from './site';

const test = base.extend<object, { environment: Record<string, string> }>({
  environment: [
    // Playwright reads from this pattern what a fixture depends on.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const port = await freePort();
      const siteUrl = `http://localhost:${port}`;
      const { issuer, stop } = await startIdentityProvider(`${siteUrl}/api/auth/callback/oidc`);
      await use({
        PORT: String(port),
        OIDC_ISSUER: issuer,
        OIDC_ID: 'masthead',
        OIDC_SECRET: 'a secret between two',
        OIDC_NAME: 'Pier Guild',
      });
      await stop();
    },
    { scope: 'worker' },
  ],
});

async function signInThereAs(page: Page, name: string) {
  await page.getByRole('button', { name: 'Continue with Pier Guild' }).click();
  await page.getByPlaceholder('Enter any login').fill(name);
  await page.getByPlaceholder('and password').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('a first visit makes an account, and leads back to where it began', async ({ page, site }) => {
  await page.goto(`${site.url}/signin?to=/account`);
  await signInThereAs(page, 'otto');
  await expect(page).toHaveURL(`${site.url}/account`);
  await expect(page.getByRole('heading', { level: 1, name: 'otto of the pier' })).toBeVisible();
  await expect(page.getByText('otto@example.test', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL(`${site.url}/signin?to=%2Faccount`);
});

test('an address that only one side has confirmed opens nothing', async ({ page, site }) => {
  await createUser({ email: 'loose-ida@example.test', role: 'editor' });
  await page.goto(`${site.url}/signin`);
  await signInThereAs(page, 'loose-ida');
  await expect(
    page.getByRole('alert').filter({ hasText: 'has not confirmed that the address is yours' }),
  ).toBeVisible();
  await page.goto(`${site.url}/account`);
  await expect(page).toHaveURL(/\/signin\?to=/);
});

test('an address that both have confirmed is one person', async ({ page, site }) => {
  await createUser({ email: 'olga@example.test', name: 'Olga Lind', role: 'editor' });
  await page.goto(`${site.url}/signin?to=/account`);
  await signInThereAs(page, 'olga');
  await expect(page.getByRole('heading', { level: 1, name: 'Olga Lind' })).toBeVisible();
});
