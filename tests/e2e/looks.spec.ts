import { families, fontPairNames, fontPairs, INTERFACE } from '@/lib/settings/fonts';
import { looksOf } from '@/lib/settings/looks';
import { storeSettings } from '@/lib/settings/queries';
import { defaultSettings } from '@/lib/settings/settings';
import { createSampleSite } from '../factories/sample-site';
import { expect, test } from './site';

let article = '';

test.beforeAll(async ({ sites }, { file }) => {
  const site = await sites.of(file);
  const { newest } = await createSampleSite();
  await site.refresh(['list', 'menu']);
  article = `/${newest.slug}`;
});

for (const fontPair of fontPairNames) {
  test(`the arrival of ${fontPair} moves nothing, and no other font is loaded`, async ({ page, site }) => {
    await storeSettings({ ...looksOf(defaultSettings), fontPair, frontLayout: 'magazine', articleLayout: 'feature' });
    await site.refresh(['site', 'list']);
    const { display, reading } = fontPairs[fontPair];
    const names = [...new Set([display, reading, INTERFACE])].map((family) => families[family].name);
    const asked: string[] = [];
    for (const path of ['/', article]) {
      // The fonts load well after the first paint with what stands in for them.
      let release = () => {};
      const painted = new Promise<void>((resolve) => (release = resolve));
      await page.unrouteAll();
      await page.route('**/*.woff2', async (route) => {
        asked.push(route.request().url());
        await painted;
        await route.continue();
      });
      await page.addInitScript(() => {
        Object.assign(window, { shift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(site.url + path, { waitUntil: 'domcontentloaded' });
      await expect(page.getByRole('banner')).toBeVisible();
      release();
      const loaded = await page.evaluate(
        (fonts) => Promise.all(fonts.map((name) => document.fonts.load(`16px "${name}"`))),
        names,
      );
      expect(loaded.flat()).toHaveLength(names.length);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThanOrEqual(0.01);
    }
    const folders = {
      source: 'source-serif-4',
      literata: 'literata',
      playfair: 'playfair',
      franklin: 'libre-franklin',
    };
    const mayLoad = [display, reading, INTERFACE].map((family) => folders[family]);
    expect(asked.filter((url) => !mayLoad.some((folder) => url.includes(folder)))).toEqual([]);
  });
}
