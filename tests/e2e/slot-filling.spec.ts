import type { Page } from '@playwright/test';
import { readDb } from '@/lib/database/db';
import { storeSettings } from '@/lib/settings/queries';
import type { CodeIsolation } from '@/lib/slots/creative';
import type { LineItemSettings } from '@/lib/slots/line-item';
import { saveLineItem } from '@/lib/slots/line-items';
import { findLineItem } from '@/lib/slots/queries';
import { shippedSlotId, type Placement } from '@/lib/slots/placements';
import { addLineItem, bodyOf, codeDraft, fillSlot, removeLineItems, textDraft } from '../factories/slots';
import { createPost } from '../factories/posts';
import { actorWith } from '../factories/users';
import { startFakeAdServer, type FakeAdServer } from './fake-ad-server';
import { expect, test, type Site } from './site';

let network: FakeAdServer;
test.beforeAll(async () => {
  network = await startFakeAdServer();
});
test.afterAll(() => network.close());

const places = ['header', 'below-title', 'in-article', 'post-end', 'footer', 'sidebar', 'sticky-footer'] as const;
test.beforeEach(async ({ site: _site }) => {
  await removeLineItems();
  await storeSettings({ consent: 'off' });
  for (const place of places) await fillSlot(place, null);
});

/** What is sent is in the tables some six seconds later. */
const soon = { timeout: 30_000 };
const boxIn = (page: Page, place: Placement) => page.locator(`[data-slot="${place}"] .slot__box`);
const adsense = (slot: string) =>
  `<script async src="${network.url}/adsbygoogle.js?client=ca-pub-1234567890123456"></script>
   <ins class="adsbygoogle" style="display:block" data-ad-client="ca-pub-1234567890123456" data-ad-slot="${slot}"></ins>
   <script>(adsbygoogle = window.adsbygoogle || []).push({});</script>`;
const gpt = (path: string) =>
  `<script async src="${network.url}/gpt.js"></script>
   <script>window.googletag = window.googletag || {cmd: []}; googletag.cmd.push(function() {
     googletag.defineSlot('${path}', [300, 250], 'div-gpt-1').addService(googletag.pubads()); googletag.enableServices(); });</script>
   <div id="div-gpt-1"><script>googletag.cmd.push(function() { googletag.display('div-gpt-1'); });</script></div>`;

/** Adds code before the house's own text of a slot. */
async function addCode(place: Placement, code: string, isolation: CodeIsolation, more: Partial<LineItemSettings> = {}) {
  const { id, slotId, settings } = await addLineItem(place, null, more);
  const creative = codeDraft(code, isolation, 'none');
  await saveLineItem(await actorWith('owner'), { slotId, id, version: 2, settings, creative }, async () => {});
  return (await findLineItem(slotId, id))?.creative?.id ?? '';
}

async function addHouse(place: Placement, headline: string) {
  return addLineItem(place, textDraft({ headline }), { tier: 'house' });
}

async function openArticle(page: Page, site: Site) {
  const { slug } = await createPost(bodyOf(20));
  await site.refresh(['slots', 'site']);
  await page.addInitScript(() => {
    const noted = window as unknown as { shift: number };
    noted.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) noted.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${site.url}/${slug}`);
  return { address: `${site.url}/${slug}`, shift: () => page.evaluate('shift') };
}

async function countsOf(creativeId: string) {
  const columns = { eligible: true, served: true, viewable: true };
  return readDb.slotStatistic.findFirst({ where: { creativeId }, select: columns });
}

for (const width of [360, 1_280]) {
  test(`what shows nothing gives its place to the next tier, in the same box and without a shift, at ${width}`, async ({
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const silent = await addCode('below-title', '<p></p><img alt="" src="data:,">', 'sandboxed', {
      tier: 'sponsorship',
    });
    const unfilled = await addCode('below-title', adsense('404'), 'in-page');
    const { id: house } = await addHouse('below-title', 'Of the house');
    await addCode('post-end', `<script src="${network.url}/missing/a.js"></script>`, 'in-page');
    await addHouse('post-end', 'After the blocked');
    await addCode('footer', gpt('/123/empty'), 'in-page');
    await addHouse('footer', 'After the empty');
    await page.clock.install();
    const { shift } = await openArticle(page, site);

    const box = boxIn(page, 'below-title');
    const height = (await box.boundingBox())?.height;
    await expect(box.getByText('Of the house')).toBeVisible();
    expect((await box.boundingBox())?.height).toBe(height);
    for (const [place, text] of [
      ['post-end', 'After the blocked'],
      ['footer', 'After the empty'],
    ] as const) {
      await boxIn(page, place).scrollIntoViewIfNeeded();
      await expect(boxIn(page, place).getByText(text)).toBeVisible();
    }
    expect(await shift()).toBe(0);

    await page.clock.fastForward(10_000);
    const own = (await findLineItem(shippedSlotId('below-title'), house))?.creative?.id ?? '';
    await expect.poll(() => countsOf(own), soon).toMatchObject({ eligible: 1, served: 1 });
    for (const id of [silent, unfilled])
      expect(await countsOf(id)).toMatchObject({ eligible: 1, served: 0, viewable: 0 });
  });
}

test('code that throws, and a network that never answers, give up their place; one that fills keeps it', async ({
  page,
  site,
}) => {
  await addCode('header', `<script src="${network.url}/throws.js"></script>`, 'in-page');
  await addHouse('header', 'After the broken');
  await addCode('below-title', `<script src="${network.url}/never/a.js"></script>`, 'sandboxed');
  await addHouse('below-title', 'After the silent');
  await addCode('post-end', gpt('/123/quay'), 'in-page');
  await addHouse('post-end', 'Not needed');
  await page.clock.install();
  await openArticle(page, site);
  await expect.poll(() => network.requests).toContain('/never/a.js');
  await boxIn(page, 'post-end').scrollIntoViewIfNeeded();
  const filled = boxIn(page, 'post-end').frameLocator('iframe');
  await expect(filled.getByText('creative of /123/quay')).toBeVisible();
  await boxIn(page, 'header').scrollIntoViewIfNeeded();

  await expect(async () => {
    await page.clock.fastForward(4_000);
    await expect(boxIn(page, 'header').getByText('After the broken')).toBeVisible({ timeout: 500 });
    await expect(boxIn(page, 'below-title').getByText('After the silent')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(filled.getByText('creative of /123/quay')).toBeVisible();
});

test('code in the page takes turns with a frame and a text; staff get what is not code of others in their page', async ({
  page,
  context,
  site,
}) => {
  await addCode('below-title', adsense('11'), 'in-page', { tier: 'sponsorship' });
  await addHouse('below-title', 'For staff');
  const { address } = await openArticle(page, site);
  await expect(boxIn(page, 'below-title')).toHaveText('unit 11');
  await expect(page.locator('[data-slot="below-title"]').getByRole('link', { name: 'Hide or report' })).toBeAttached();

  await site.signIn(context, 'editor');
  const strict = await page.goto(address);
  expect(strict?.headers()['content-security-policy']).not.toContain('strict-dynamic');
  await expect(boxIn(page, 'below-title').getByText('For staff')).toBeVisible();
  await expect(page.locator('.slot__host')).toHaveCount(0);
});

test('a box that may grow does so where nobody sees it move, and the next pages reserve what readers needed', async ({
  page,
  site,
}) => {
  const position = { ...(await readPosition()), growsTo: 500 };
  const tall = codeDraft('<div style="height:420px;background:#258">tall</div>', 'sandboxed', 'none');
  await fillSlot('below-title', tall, { settings: { position } });
  const { creativeId } = await fillSlot('post-end', tall, { settings: { position } });
  await page.setViewportSize({ width: 1_280, height: 800 });
  await page.clock.install();
  const { address, shift } = await openArticle(page, site);
  const [inView, below] = [boxIn(page, 'below-title'), boxIn(page, 'post-end')];
  await expect(page.frameLocator('[data-slot="below-title"] iframe').getByText('tall')).toBeVisible();
  expect((await inView.boundingBox())?.height).toBeLessThan(420);
  // Near enough to load, and still below the window.
  await below.evaluate((box) =>
    scrollTo({ top: scrollY + box.getBoundingClientRect().top - innerHeight - 200, behavior: 'instant' }),
  );
  await expect.poll(async () => (await below.boundingBox())?.height).toBe(420);
  await expect.poll(async () => (await inView.boundingBox())?.height).toBe(420);
  expect(await shift()).toBe(0);

  await below.scrollIntoViewIfNeeded();
  await expect(async () => {
    await page.clock.fastForward(10_000);
    expect(await readDb.slotHeight.findFirst({ where: { creativeId: creativeId ?? '' } })).toMatchObject({
      device: 'desktop',
      height: 420,
    });
  }).toPass(soon);
  const { db } = await import('@/lib/database/db');
  await db.slotHeight.updateMany({ data: { count: 20 } });
  await site.refresh(['slots', 'list']);
  const html = await (await page.request.get(address)).text();
  expect(html).toMatch(/data-slot="post-end" data-counted="[^"]+" style="[^"]*--h:420px/);
});

async function readPosition() {
  const { defaultSlotSettings } = await import('@/lib/slots/slot');
  return defaultSlotSettings('post-end').position;
}

test('without consent nothing is kept of caps and tests; with it both are remembered, and forgotten when it is withdrawn', async ({
  page,
  site,
}) => {
  await fillSlot('post-end', codeDraft('<b>Ropes</b><img alt="" src="data:,">', 'sandboxed', 'functional'));
  await fillSlot('below-title', textDraft({ headline: 'Arm A' }));
  const a = { arm: 'A' as const, tier: 'sponsorship' as const };
  await addLineItem('below-title', textDraft({ headline: 'In A' }), { ...a, caps: { page: 0, session: 9, day: 9 } });
  await addLineItem('below-title', textDraft({ headline: 'In B' }), {
    ...a,
    arm: 'B',
    caps: { page: 0, session: 9, day: 9 },
  });
  await storeSettings({ consent: 'own' });
  await openArticle(page, site);
  const shown = boxIn(page, 'below-title').locator('strong');
  const kept = () =>
    page.evaluate(() =>
      [localStorage['slot-caps'], sessionStorage['slot-caps'], localStorage['slot-bucket']].map(Boolean),
    );
  const dialog = page.getByRole('dialog', { name: 'Privacy choices' });
  await expect(shown).toHaveText(/In [AB]/);
  expect(await kept()).toEqual([false, false, false]);

  await dialog.getByRole('button', { name: 'Allow all' }).click();
  await page.reload();
  await expect(shown).toHaveText(/In [AB]/);
  expect(await kept()).toEqual([true, true, true]);
  const arm = (await shown.textContent()) ?? '';
  for (let times = 0; times < 4; times += 1) {
    await page.reload();
    await expect(shown).toHaveText(arm);
  }

  await page.getByRole('button', { name: 'Privacy choices' }).click();
  await dialog.getByRole('button', { name: 'Reject all' }).click();
  await page.reload();
  await expect(shown).toHaveText(/In [AB]/);
  await expect.poll(kept).toEqual([false, false, false]);
});

test('frames wait while a page is prerendered, and are left out where the browser saves data', async ({
  page,
  browser,
  site,
}) => {
  await fillSlot('below-title', codeDraft('<b>Ropes</b>', 'sandboxed', 'none'));
  const asked: string[] = [];
  await page.route('**/_s/f/**', (route) => {
    asked.push(route.request().url());
    return route.continue();
  });
  await page.addInitScript(() => {
    Object.defineProperty(document, 'prerendering', { configurable: true, value: true });
  });
  const { address } = await openArticle(page, site);
  await expect(page.locator('.slot__frame')).not.toHaveAttribute('src');
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  await page.evaluate(() => {
    Object.defineProperty(document, 'prerendering', { value: false });
    document.dispatchEvent(new Event('prerenderingchange'));
  });
  await expect(page.frameLocator('[data-slot="below-title"] iframe').getByText('Ropes')).toBeVisible();

  const saving = await browser.newPage();
  await saving.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const requests: string[] = [];
  saving.on('request', (request) => requests.push(request.url()));
  await saving.goto(address);
  await expect(saving.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(saving.locator('[data-slot="below-title"]')).toBeHidden();
  await saving.waitForLoadState('networkidle');
  expect(requests.filter((url) => url.includes('/_s/f/'))).toEqual([]);
  await saving.close();
});

test('code that is blocked leaves its space without a label, and Close at the edge of the window covers nothing', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await fillSlot('below-title', codeDraft(`<script src="${network.url}/missing/b.js"></script>`, 'in-page', 'none'));
  await fillSlot('sticky-footer', codeDraft('<b>Ropes at the edge</b>', 'sandboxed', 'none'));
  const { shift } = await openArticle(page, site);
  const below = page.locator('[data-slot="below-title"]');
  await expect(below.locator('.slot__host')).toHaveAttribute('data-empty');
  await expect(below.locator('.slot__label')).toBeHidden();
  await expect(below.locator('.slot__box')).toBeVisible();

  const edge = page.locator('.slot-sticky');
  await expect(edge.frameLocator('iframe').getByText('Ropes at the edge')).toBeVisible();
  const bottomOf = async (selector: string) => {
    const { y, height } = (await edge.locator(selector).boundingBox())!;
    return { top: y, bottom: y + height };
  };
  const [close, label, box] = await Promise.all(['.slot-sticky__close', '.slot__label', '.slot__box'].map(bottomOf));
  expect(close!.bottom).toBeLessThanOrEqual(label!.top);
  expect(label!.bottom).toBeLessThanOrEqual(box!.top);
  expect(box!.bottom).toBeLessThanOrEqual(800);
  expect(await shift()).toBe(0);
  await edge.getByRole('button', { name: 'Close the advertisement' }).click();
  await expect(edge).toBeHidden();
});
