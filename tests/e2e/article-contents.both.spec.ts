import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { storeSettings } from '@/lib/settings/queries';
import { createPost } from '../factories/posts';
import { expect, test, type Site } from './site';

let hasScript = true;

test.beforeEach(({ javaScriptEnabled }) => {
  hasScript = javaScriptEnabled !== false;
});

const filler = `<p>${'The harbour wakes before the town does. '.repeat(40)}</p>`;

async function createLong(parts: string[]) {
  const { renderBody } = await import('@/lib/posts/rendering/rendering');
  const { sanitiseBody } = await import('@/lib/html/sanitising');
  const bodyHtml = sanitiseBody(parts.map((part) => `${part}${filler}`).join(''));
  const { html, blocks } = renderBody(bodyHtml);
  const post = { bodyHtml, renderedHtml: html, blocks: JSON.stringify(blocks), renderVersion: 1_000 };
  return createPost({ title: 'A guide to the harbour', ...post });
}

const four = ['<h2>Tides</h2>', '<h3>Ebb &amp; flow</h3>', '<h2>Über uns</h2>', '<h2>Fog</h2>'];

async function open(page: Page, site: Site, { slug, width }: { slug: string; width: number }) {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${site.url}/${slug}`);
}

for (const articleLayout of ['column', 'feature'] as const) {
  test(`a long article has its contents, in the margin or closed above the text: ${articleLayout}`, async ({
    page,
    site,
  }) => {
    const { slug } = await createLong(four);
    await storeSettings({ articleLayout });
    await site.refresh(['site']);
    for (const width of [360, 768, 1_280, 1_700]) {
      await open(page, site, { slug, width });
      const contents = page.getByRole('navigation', { name: 'Contents' });
      const text = (await page.locator('.prose p').first().boundingBox())!;
      if (width < 1_280) {
        await expect(contents).toHaveCount(0);
        await page.locator('summary', { hasText: 'Contents' }).click();
      } else {
        const beside = (await contents.boundingBox())!;
        expect(beside.x + beside.width).toBeLessThan(text.x + (text.width - 42 * 16) / 2 + 1);
        expect(beside.width).toBeGreaterThan(150);
      }
      await expect(contents.getByRole('link')).toHaveText(['Tides', 'Ebb & flow', 'Über uns', 'Fog']);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([width, overflow <= 0]).toEqual([width, true]);
      if (hasScript) {
        const found = await new AxeBuilder({ page }).analyze();
        expect(found.violations).toEqual([]);
      }
      await contents.getByRole('link', { name: 'Über uns' }).click();
      await expect(page).toHaveURL(/#uber-uns$/);
      await expect(page.getByRole('heading', { name: 'Über uns' })).toBeInViewport();
    }
    await storeSettings({ articleLayout: 'column' });
    await site.refresh(['site']);
  });
}

test('an author turns the contents of a post on and off', async ({ page, context, site }) => {
  const short = await createLong(four.slice(0, 2));
  await open(page, site, { slug: short.slug, width: 1_280 });
  await expect(page.getByRole('navigation', { name: 'Contents' })).toHaveCount(0);

  await site.signIn(context, 'editor');
  const choose = async (mode: string) => {
    await page.goto(`${site.url}/admin/posts/${short.id}`);
    if (hasScript) await page.getByRole('button', { name: 'Post settings' }).click();
    await page.getByLabel('Table of contents').selectOption(mode);
    if (hasScript) {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Update…' }).click();
    }
    await page.getByRole('button', { name: hasScript ? 'Update now' : 'Update', exact: true }).click();
    await expect(page.getByText('Readers can see it now.')).toBeVisible();
  };
  await choose('on');
  await open(page, site, { slug: short.slug, width: 1_280 });
  await expect(page.getByRole('navigation', { name: 'Contents' }).getByRole('link')).toHaveCount(2);
  await choose('off');
  await open(page, site, { slug: short.slug, width: 1_280 });
  await expect(page.getByRole('navigation', { name: 'Contents' })).toHaveCount(0);
});
