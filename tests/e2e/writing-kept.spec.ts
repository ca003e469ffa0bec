import type { Page } from '@playwright/test';
import { expect, test } from './site';
import { beginPost, paste, saved, text, title } from './writing-desk';

const longTexts = {
  '40,000 Cyrillic letters': { paragraph: 'Туман '.repeat(167).trim(), count: 40 },
  '24,000 Japanese characters': { paragraph: '霧の朝に船が出る。'.repeat(112), count: 24 },
};

for (const [name, { paragraph, count }] of Object.entries(longTexts)) {
  test(`${name} are saved, and can be published`, async ({ page, context, site }) => {
    await site.signIn(context, 'author');
    await beginPost(page, site);
    await title(page).fill('Long');
    await text(page).focus();
    await paste(page, { 'text/plain': Array.from({ length: count }, () => paragraph).join('\n\n') });
    await saved(page);
    await page.reload();
    await expect(text(page).locator('p').last()).toHaveText(paragraph);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByRole('button', { name: 'Publish now' }).click();
    await expect(page.getByText('It is out: readers see it now.')).toBeVisible();
  });
}

test('a text is saved although other requests of the page use up what may outlive it', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await title(page).fill('Crowded');
  await saved(page);
  await context.route('**/never-answered', () => {});
  await page.evaluate(() => {
    const body = 'x'.repeat(60 * 1024);
    void fetch('/never-answered', { method: 'POST', body, keepalive: true }).catch(() => null);
  });
  await text(page).focus();
  await page.keyboard.type(`${'The fog came in. '.repeat(20)}`);
  await paste(page, { 'text/plain': 'The quay was full. '.repeat(600) });
  await saved(page);
  await page.reload();
  await expect(text(page)).toContainText('The quay was full.');
});
