import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createPost } from '../factories/posts';
import { expect, test, type Site } from './site';

/** Stands for what this browser does not have: a share sheet, which ends as it is told. */
function withSheet(page: Page, ending: 'shared' | 'AbortError' | 'NotAllowedError') {
  return page.addInitScript((how) => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    Object.defineProperty(navigator, 'share', {
      value: (data: unknown) => {
        shared.push(data);
        return how === 'shared' ? Promise.resolve() : Promise.reject(new DOMException('No.', how));
      },
    });
  }, ending);
}

const sharedOn = (page: Page) => page.evaluate(() => (window as unknown as { shared: unknown[] }).shared);
const button = (page: Page) => page.getByRole('button', { name: 'Share…' });
const said = (page: Page) => page.locator('.ending__share [role=status]');

async function openArticle(page: Page, site: Site) {
  const { slug } = await createPost({ title: 'Tides' });
  await page.goto(`${site.url}/${slug}`);
  return `${site.url}/${slug}`;
}

test('without a share sheet there is no button', async ({ page, site }) => {
  await openArticle(page, site);
  await expect(page.getByRole('link', { name: 'By e-mail' })).toBeVisible();
  await expect(button(page)).toHaveCount(0);
});

test('the sheet gets the title and the address', async ({ page, site }) => {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  await withSheet(page, 'shared');
  await page.setViewportSize({ width: 360, height: 740 });
  const url = await openArticle(page, site);
  await button(page).click();
  await expect.poll(() => sharedOn(page)).toEqual([{ title: 'Tides', url }]);
  await expect(said(page)).toHaveText('');
  expect((await new AxeBuilder({ page }).include('.ending').analyze()).violations).toEqual([]);
  expect(problems).toEqual([]);
});

test('whoever closes the sheet is told nothing', async ({ page, site }) => {
  await withSheet(page, 'AbortError');
  await openArticle(page, site);
  await button(page).click();
  await expect.poll(() => sharedOn(page)).toHaveLength(1);
  await expect(said(page)).toHaveText('');
});

test('where the sheet does not open, the link is copied and that is said', async ({ page, context, site }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await withSheet(page, 'NotAllowedError');
  const url = await openArticle(page, site);
  await button(page).click();
  await expect(said(page)).toHaveText('The link was copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
});
