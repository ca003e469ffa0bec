import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A browser applies a new theme or width with the next screenshot. */
export const isDrawn = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** By how many pixels a page is wider than its window. */
export const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Previews of pages that are looked at by themselves; timers, for which axe waits, do not run in them. */
const withoutScript = 'iframe[sandbox="allow-same-origin"]';
/** With what scrolls them: axe does not count a frame that it leaves out as something to scroll by. */
const leftOut = `:has(> ${withoutScript})`;

/** What axe finds, with the elements. */
export async function violations(page: Page, choose: (axe: AxeBuilder) => AxeBuilder) {
  const frames = page.frames().length - 1 - (await page.locator(withoutScript).count());
  // axe merges results of frames in a new page, which takes as long as the analysis.
  const axe = new AxeBuilder({ page }).setLegacyMode(frames === 0).exclude(leftOut);
  const found = await choose(axe).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Holds a page against WCAG 2.2, light and dark, and at 320 px. */
export async function lookClosely(page: Page, path: string) {
  expect.soft(await violations(page, (axe) => axe.withTags(rules)), path).toEqual([]);
  // The theme changes colours and nothing else.
  await page.emulateMedia({ colorScheme: 'dark' });
  await isDrawn(page);
  expect.soft(await violations(page, (axe) => axe.withRules('color-contrast')), `${path}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  // WCAG 2.2, 1.4.10: at 320 px nothing scrolls sideways.
  await page.setViewportSize({ width: 320, height: 640 });
  await isDrawn(page);
  expect.soft(await overhang(page), `${path}, 320 px`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 720 });
}
