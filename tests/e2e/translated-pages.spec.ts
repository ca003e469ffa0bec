import type { Page } from '@playwright/test';
import { saveCard } from './settings-cards';
import { expect, test } from './site';
import { beginPost, saved, text, title } from './editor-page';

test('the editor goes on when the browser translates its page', async ({ page, context, site }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await site.signIn(context, 'editor');
  await beginPost(page, site);
  await title(page).fill('Ferries');
  await saved(page);
  await translate(page);
  await title(page).fill('Ferries at night');
  await text(page).focus();
  await page.keyboard.type('Nobody saw the last one.');
  await saved(page);
  await expect(page.locator('.editor-footer__count')).toHaveText('5 words');
  await translate(page);

  await page.getByRole('button', { name: 'Post settings' }).click();
  await translate(page);
  await page.getByLabel('URL slug', { exact: true }).fill('admin');
  await expect(page.locator('#details-slug-error')).toContainText('is reserved');
  await translate(page);
  await page.getByLabel('URL slug', { exact: true }).fill('night-ferries');
  await expect(page.locator('#details-slug-error')).toHaveCount(0);
  await page.getByLabel('Pin to the top of the home page').check();
  await page.getByRole('button', { name: 'Close' }).click();
  await saved(page);
  await translate(page);
  await page.getByRole('button', { name: 'Publish…' }).click();
  await translate(page);
  await page.getByRole('radio', { name: 'Schedule…' }).check();
  await translate(page);
  await page.getByRole('radio', { name: 'Now', exact: true }).check();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.locator('.notice--done')).toContainText('Readers can see it now');
  await translate(page);
  await text(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' It was dark.');
  await saved(page);
  await expect(page.locator('.editor__where')).toContainText('Unpublished changes');
  await translate(page);
  await page.getByRole('button', { name: 'Update…' }).click();
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect(page.getByText('Unpublished changes')).toBeHidden();
  await page.reload();
  await expect(text(page)).toHaveText('Nobody saw the last one. It was dark.');
  expect(faults).toEqual([]);
});

test('lists, settings and comments go on when the browser translates their page', async ({ page, context, site }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await site.signIn(context, 'owner');
  await beginPost(page, site);
  await title(page).fill('Translated');
  await saved(page);
  await page.goto(`${site.url}/admin/posts?q=Translated`);
  await translate(page);
  await page.getByRole('checkbox', { name: 'Select “Translated”' }).check();
  await translate(page);
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('1 item moved to trash.')).toBeVisible();
  await translate(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Translated' })).toBeVisible();

  await page.goto(`${site.url}/admin/settings`);
  await translate(page);
  await page.getByRole('textbox', { name: 'Site title', exact: true }).fill('');
  await saveCard(page, 'Site');
  await expect(page.getByText('Enter a site title.').first()).toBeVisible();
  await translate(page);
  await page.getByRole('textbox', { name: 'Site title', exact: true }).fill('Harbour News');
  await saveCard(page, 'Site');
  await expect(page.getByText('Enter a site title.')).toHaveCount(0);
  expect(faults).toEqual([]);
});

/** What a translator does to a page: every text outside what is being written moves into two elements of its own. */
async function translate(page: Page) {
  // Pages are translated after loading: before, hydration would fail.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main button') ?? {}).some((key) => key.startsWith('__react')),
  );
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
    for (const text of texts) {
      const parent = text.parentElement;
      if (!text.data.trim() || !parent || parent.closest('[translate=no], script, style, textarea, font')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(text);
    }
  });
}
