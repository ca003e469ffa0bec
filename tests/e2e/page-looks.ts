import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

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
