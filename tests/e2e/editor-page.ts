import type { Page } from '@playwright/test';
import { expect, type Site } from './site';

/** Creates a post with the dashboard's button. */
export async function beginPost(page: Page, site: Site) {
  await page.goto(`${site.url}/admin`);
  await page.getByRole('button', { name: 'New post' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toBeVisible();
}

export const title = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true });
export const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });

/** Waits until the page says that everything is saved since the last key. */
export async function saved(page: Page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await expect(page.locator('.saving')).toHaveText(/^Saved \d\d:\d\d$/);
}

/** Pastes the clipboard of another program, as a browser does. */
export async function paste(page: Page, contents: Record<string, string>) {
  await text(page).evaluate((element, held) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(held)) clipboardData.setData(type, value);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, contents);
}

/** Drops a small PNG, made here, onto the text. */
export async function dropImage(page: Page) {
  const transfer = await page.evaluateHandle(async () => {
    const canvas = new OffscreenCanvas(640, 400);
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = 'slategray';
    pen.fillRect(0, 0, 640, 400);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    const transfer = new DataTransfer();
    transfer.items.add(new File([blob], 'quay.png', { type: 'image/png' }));
    return transfer;
  });
  await text(page).dispatchEvent('drop', { dataTransfer: transfer });
  await expect(text(page).locator('figure[data-block-view=image] img')).toBeVisible();
}

/** A human typing speed. */
export const type = (page: Page, words: string) => page.keyboard.type(words, { delay: 40 });

/** The text as HTML, as the editor shows it. */
export async function source(page: Page) {
  await page.getByRole('button', { name: 'HTML' }).click();
  const html = await page.getByLabel('HTML source').inputValue();
  await page.getByRole('button', { name: 'HTML' }).click();
  return html;
}
