import { readDb } from '@/lib/database/db';
import { createPost } from '../factories/posts';
import { bodyOf, codeDraft, fillSlot, textDraft } from '../factories/slots';
import { expect, test } from './site';

const script = /\/_s\/h-[0-9a-f]{8}\.js$/;
/** What is sent is in the tables some six seconds later. */
const soon = { timeout: 30_000 };

/**
 * Busy for longer than a reader bears, asks for an image that is not there, and moves its own text once it was seen. It
 * says when the browser has noticed.
 */
const costly = `<div id="top" style="height:10px"></div><p id="text">Costly</p>
<script>
const noticed = new Set();
const note = (what) => {
  noticed.add(what);
  document.getElementById('text').textContent = [...noticed].toSorted().join(', ');
};
new PerformanceObserver(() => note('task')).observe({ type: 'longtask' });
</script>
<img src="/uploads/none.png" alt="" onerror="note('image')">
<script>
let sum = 0;
for (let i = 0; i < 6e8; i += 1) sum += Math.sqrt(i);
new IntersectionObserver((entries, observer) => {
  observer.disconnect();
  document.getElementById('top').style.height = '80px';
}).observe(document.getElementById('text'));
</script>`;

async function stepsOf(creativeId: string | null) {
  const rows = await readDb.slotHealth.findMany({ where: { creativeId: creativeId ?? '' } });
  return Object.fromEntries(rows.map(({ measure, step }) => [measure, step]));
}

test('a sample of readers’ browsers measures what pasted code costs, whatever its frame says', async ({
  page,
  site,
}) => {
  await fillSlot('post-end', null);
  const { creativeId } = await fillSlot('below-title', codeDraft(costly));
  const post = await createPost(bodyOf(30));
  await site.refresh(['slots', 'list']);
  await page.addInitScript(() => {
    Math.random = () => 0.1;
  });
  await page.clock.install();
  const loaded = page.waitForResponse((response) => script.test(response.url()));
  await page.goto(`${site.url}/${post.slug}`);
  const response = await loaded;
  expect(response.headers()['cache-control']).toContain('immutable');
  await expect(page.frameLocator('[data-slot="below-title"] iframe').getByText('image, task')).toBeVisible();
  await page.evaluate((address) => import(address), response.url());

  const box = page.locator('[data-slot="below-title"] .slot__box');
  // Told after the page's own observer, of the size before and of the size after: the clock may then be turned.
  await box.evaluate(async (element) => {
    const sizes = Array.from({ length: 2 }, () => Promise.withResolvers<void>());
    let told = 0;
    new ResizeObserver(() => sizes[told++]?.resolve()).observe(element.closest('[data-counted]')!);
    await sizes[0]?.promise;
    const shifted = new Promise((resolve) => new PerformanceObserver(resolve).observe({ type: 'layout-shift' }));
    element.style.blockSize = '700px';
    await Promise.all([shifted, sizes[1]?.promise]);
  });
  const turnClock = async () => {
    await page.clock.runFor(5_000);
    return Object.keys(await stepsOf(creativeId));
  };
  await expect.poll(turnClock, soon).toHaveLength(4);
  const { shift = 0, task = 0, failed = 0 } = await stepsOf(creativeId);
  expect(task).toBeGreaterThan(1);
  expect(failed).toBe(1);
  expect(shift).toBeGreaterThan(4);
});

test('the strict policy of code in the page lets it be loaded as well', async ({ page, site }) => {
  await fillSlot('post-end', null);
  await fillSlot('below-title', codeDraft('<b>In the page</b>', 'in-page'));
  const post = await createPost(bodyOf(6));
  await site.refresh(['slots', 'list']);
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.addInitScript(() => {
    Math.random = () => 0.1;
  });
  const loaded = page.waitForResponse((response) => script.test(response.url()));
  await page.goto(`${site.url}/${post.slug}`);
  expect((await loaded).status()).toBe(200);
  await expect(page.locator('[data-slot="below-title"]')).toContainText('In the page');
  expect(errors).toEqual([]);
});

test('most readers load nothing of it, and pages without pasted code carry nothing of it', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.addInitScript(() => {
    Math.random = () => 0.9;
  });
  await fillSlot('post-end', null);
  await fillSlot('below-title', codeDraft('<p>Light</p>'));
  const post = await createPost(bodyOf(30));
  await site.refresh(['slots', 'list']);
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.frameLocator('[data-slot="below-title"] iframe').getByText('Light')).toBeVisible();
  expect(asked.filter((path) => script.test(path))).toEqual([]);

  await fillSlot('below-title', textDraft());
  await site.refresh(['slots', 'list']);
  const html = await (await page.request.get(`${site.url}/${post.slug}`)).text();
  expect(html).not.toContain('/_s/h-');
});
