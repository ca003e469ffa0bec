import type { Page } from '@playwright/test';
import { untilHydrated } from './hydrated';
import { expect, type Site } from './site';

/** Opens the page of the identity, by its tab in the settings. */
export async function openIdentity(page: Page, site: Site, hasScript: boolean) {
  await page.goto(`${site.url}/admin/settings`);
  await page.getByRole('link', { name: 'Identity' }).click();
  await expect(page.getByRole('heading', { name: 'Identity' })).toBeVisible();
  if (hasScript) await untilHydrated(page.getByLabel('Copyright line'));
}

export const sectionOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
