import type { Page } from '@playwright/test';

/** A section of the settings, by its title. */
export function card(page: Page, title: string) {
  return page.getByRole('region', { name: title, exact: true });
}

/** Saves a section of the settings. */
export async function saveCard(page: Page, title: string) {
  await card(page, title).getByRole('button', { name: 'Save changes' }).click();
}
