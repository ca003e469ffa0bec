import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { storeSettings } from '@/lib/settings/queries';
import { createPost } from '../factories/posts';
import { untilHydrated } from './hydrated';
import { expect, test, type Site } from './site';

let hasScript = true;

test.beforeEach(({ javaScriptEnabled }) => {
  hasScript = javaScriptEnabled !== false;
});

/** An article with two footnotes, rendered as a saved one is. */
async function openNoted(page: Page, site: Site) {
  const { renderBody } = await import('@/lib/posts/rendering/rendering');
  const { sanitiseBody } = await import('@/lib/html/sanitising');
  const bodyHtml = sanitiseBody(
    `<p>The tide turns at six<span data-footnote>By the <a href="/tides">harbour clock</a>, which is slow.</span>.</p>
    <p>${'The harbour wakes before the town does. '.repeat(60)}</p>
    <p>Fog follows<span data-footnote>Often, not always.</span>.</p><ul data-type="taskList"><li data-checked="true">Rope</li></ul>`,
  );
  const { html, blocks } = renderBody(bodyHtml);
  const { slug } = await createPost({
    title: 'Tides',
    bodyHtml,
    renderedHtml: html,
    blocks: JSON.stringify(blocks),
    renderVersion: 1_000,
  });
  await page.goto(`${site.url}/${slug}`);
  return slug;
}

test('a reader opens a footnote beside its mark, and the list at the end stays', async ({ page, site }) => {
  await openNoted(page, site);
  const list = page.getByRole('region', { name: 'Notes' }).getByRole('listitem');
  await expect(list).toHaveText(['By the harbour clock, which is slow. ↩', 'Often, not always. ↩']);
  for (const width of [360, 768, 1_280]) {
    await page.setViewportSize({ width, height: 800 });
    const mark = page.getByRole('button', { name: 'Note 1' });
    const before = await list.first().boundingBox();
    await mark.focus();
    await page.keyboard.press('Enter');
    const note = page.locator('.note:popover-open');
    await expect(note).toHaveText(/By the harbour clock, which is slow\./);
    const [place, anchor] = [(await note.boundingBox())!, (await mark.boundingBox())!];
    expect(place.x).toBeGreaterThanOrEqual(0);
    expect(place.x + place.width).toBeLessThanOrEqual(width);
    expect(Math.abs(place.y - anchor.y - anchor.height)).toBeLessThan(40);
    expect(await list.first().boundingBox()).toEqual(before);
    // Chromium's axe needs scripts of the page.
    if (hasScript) {
      const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      expect(found.violations).toEqual([]);
    }
    await page.keyboard.press('Tab');
    await expect(note.getByRole('link', { name: 'harbour clock' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(note).toHaveCount(0);
    await mark.click();
    await note.getByRole('button', { name: 'Close the note' }).click();
    await expect(note).toHaveCount(0);
  }
});

test('links lead to the list and back; on paper the marks are numbers', async ({ page, site }) => {
  const slug = await openNoted(page, site);
  await page.goto(`${site.url}/${slug}#fn-2`);
  // The router of Next 16.4 writes the address that it began with once it is ready.
  if (hasScript) await untilHydrated(page.locator('textarea[name="body"]'));
  await page.getByRole('link', { name: 'Back to the text, note 2' }).click();
  await expect(page).toHaveURL(/#fnref-2$/);
  await expect(page.locator('#fnref-2')).toBeInViewport();

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#fnref-1')).toHaveText('11');
  await expect(page.locator('#fnref-1 a')).toBeVisible();
  await expect(page.locator('#fnref-1 button')).toBeHidden();
  await expect(page.locator('#fn-1')).toBeVisible();
});

test('the labels of an article that was stored before are in the language that the site has now', async ({
  page,
  site,
}) => {
  const slug = await openNoted(page, site);
  await expect(page.getByRole('button', { name: 'Note 1' })).toBeVisible();
  for (const [language, note, notes, done] of [
    ['de', 'Anmerkung 1', 'Anmerkungen', 'Erledigt'],
    ['ar', 'حاشية 1', 'الحواشي', 'تم'],
  ] as const) {
    await storeSettings({ language });
    await site.refresh(['site']);
    await page.goto(`${site.url}/${slug}`);
    await expect(page.getByRole('button', { name: note })).toBeVisible();
    await expect(page.getByRole('region', { name: notes })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: done })).toBeChecked();
    expect(await (await page.request.get(`${site.url}/feed.xml`)).text()).toContain(note);
  }
  await storeSettings({ language: 'en' });
  await site.refresh(['site']);
});
