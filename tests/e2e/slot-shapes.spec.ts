import type { FrameLocator, Locator, Page } from '@playwright/test';
import { storeSettings } from '@/lib/settings/queries';
import { createSlot } from '@/lib/slots/own-slots';
import { findSlot } from '@/lib/slots/queries';
import { saveSlot } from '@/lib/slots/saving';
import { createPost } from '../factories/posts';
import { bodyOf, codeDraft, fillSlot } from '../factories/slots';
import { actorWith } from '../factories/users';
import { automatic, shapes, type Shape } from './ad-shapes';
import { startFakeAdServer, type Behaviour, type FakeAdServer } from './fake-ad-server';
import { expect, test } from './site';

/*
 * Every shape of code that networks give, against all that happens to it. Names of tests are in quotation marks.
 *
 *                            | thirteen shapes (ad-shapes.ts)         | automatic ads, which choose places of their own
 *  first load, back, forward | “first load, back and forward”         | “automatic ads”; documents, not soft navigation: slot-levels
 *  consent refused, given    | “nothing is requested before consent”  | the same test
 *  blocked, failing, empty   | “servers that are …”                   | “automatic ads”
 *  slow                      | “slow servers”                         | “automatic ads”
 *  growing                   | “what grows stays in its box”          | has no box
 *  two on one page           | “two of each”                          | the same test: refused
 *  without JavaScript        | “without JavaScript”                   | the same test
 */

const ofNetworks = /the network is broken|404|ERR_|Unsafe attempt|allow-modals|Failed to set a named property|navigate/;

let network: FakeAdServer;
let pages: { every: string; automatic: string };
let slots: { shape: Shape; id: string }[];
test.beforeAll(async ({ sites }, { file }) => {
  const site = await sites.of(file);
  network = await startFakeAdServer();
  slots = [];
  for (const shape of shapes) slots.push({ shape, id: await addSlot(shape) });
  await fillSlot('header', codeDraft(automatic.code(network.url, 1), 'in-page', 'advertising'));
  const every = await createPost({ ...bodyOf(6), adsOff: '["header"]' });
  const alone = await createPost({ ...bodyOf(6), adsOff: '["post-end"]' });
  await site.refresh(['slots', 'list']);
  pages = { every: `${site.url}/${every.slug}`, automatic: `${site.url}/${alone.slug}` };
});
test.beforeEach(() => network.behave('usual'));
test.afterAll(() => network.close());

// Everything in view, so that nothing waits to be scrolled to and each shift counts.
test.use({ viewport: { width: 1280, height: 7_000 } });

async function addSlot({ name, isolation, code }: Shape, copy = 1) {
  const owner = await actorWith('owner');
  const { id } = await createSlot(owner, { name: `${name} ${copy}`, placement: 'post-end' });
  const slot = await findSlot(id);
  if (!slot?.isReadable) throw new Error(`${name} cannot be read`);
  const { version, width, height, mobileWidth, mobileHeight, label, position, rules } = slot;
  const settings = { width, height, mobileWidth, mobileHeight, label, position, rules };
  const creative = codeDraft(code(network.url, copy), isolation, 'advertising');
  await saveSlot(owner, { id, version, settings, creative }, async () => {});
  return id;
}

const slotOf = (page: Page, id: string) => page.locator(`[data-counted^="${id}."]`);

function contentOf(slot: Locator, { isolation, isNested }: Shape): Locator {
  const outer: Locator | FrameLocator =
    isolation === 'in-page' ? slot.locator('.slot__host') : slot.frameLocator('iframe');
  return isNested
    ? outer.frameLocator('iframe').locator('body')
    : outer.locator(isolation === 'in-page' ? 'xpath=.' : 'body');
}

async function expectFilled(page: Page, of = slots) {
  for (const { shape, id } of of)
    await expect(contentOf(slotOf(page, id), shape), shape.name).toContainText(shape.shows);
}

/** What a reader notices of a page: movement, dialogs, and errors that are not those of a network. */
async function open(page: Page, address: string) {
  const noticed: string[] = [];
  const note = (text: string) => ofNetworks.test(text) || noticed.push(text);
  page.on('console', (message) => message.type() === 'error' && note(message.text()));
  page.on('pageerror', (error) => note(error.message));
  page.on('dialog', (dialog) => void noticed.push(dialog.message()));
  await page.addInitScript(() => {
    const noted = window as unknown as { shift: number };
    noted.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) noted.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return noticed;
}

// Whether or not the page brings back what was written on an earlier visit.
async function writeComment(page: Page) {
  const field = page.locator('textarea[name="body"]');
  await field.fill('The tide was late.');
  await expect(field).toHaveValue('The tide was late.');
}

/** Each box as large as it was reserved, nothing moved, and the comment form works. */
async function expectUnharmed(page: Page, noticed: string[]) {
  await writeComment(page);
  const boxes = await page
    .locator('[data-slot="post-end"] .slot__box')
    .evaluateAll((all) => all.map((box) => `${box.clientWidth}x${box.clientHeight}`));
  expect(new Set(boxes)).toEqual(new Set(['336x280']));
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
  expect(noticed).toEqual([]);
}

const loads = (since = 0) => network.requests.slice(since).length;

test('first load, back and forward: every shape is filled, and nothing moves', async ({ page, site }) => {
  const noticed = await open(page, pages.every);
  await expectFilled(page);
  await expectUnharmed(page, noticed);

  await page.goto(`${site.url}/archive`);
  await page.goBack();
  await expect(page).toHaveURL(pages.every);
  await expectFilled(page);
  await page.goForward();
  await expect(page).toHaveURL(`${site.url}/archive`);
  await page.goBack();
  await expectFilled(page);
  await expect(page.locator('#carbonads')).toHaveCount(1);
  await expectUnharmed(page, noticed);
});

for (const behaviour of ['blocked', 'failing', 'empty'] as const) {
  test(`servers that are ${behaviour} leave the page as it is`, async ({ page }) => {
    network.behave(behaviour);
    const before = loads();
    const noticed = await open(page, pages.every);
    for (const name of ['adsbygoogle', 'show', 'gpt', 'amazon', 'ethicalads', 'carbon', 'asyncjs', 'outer'])
      await expect
        .poll(() => network.requests.slice(before).some((path) => path.includes(`/${name}.`)), name)
        .toBe(true);
    await expectFilled(
      page,
      slots.filter(({ shape }) => shape.isOwn),
    );
    await expectUnharmed(page, noticed);
  });
}

test('slow servers hold up neither the text nor the form, and fill their boxes when they answer', async ({ page }) => {
  network.behave('slow');
  const noticed = await open(page, pages.every);
  await expect(page.getByText('Paragraph 6.')).toBeVisible();
  await expect.poll(() => network.requests.some((path) => path.startsWith('/gpt.js'))).toBe(true);
  await expectUnharmed(page, noticed);
  network.behave('usual');
  await expectFilled(page);
  await expectUnharmed(page, noticed);
});

test('what grows stays in its box', async ({ page }) => {
  network.behave('growing');
  const noticed = await open(page, pages.every);
  await expectFilled(page);
  await expectUnharmed(page, noticed);
});

test('nothing is requested before consent or after a refusal; consent fills every box', async ({ page, site }) => {
  await storeSettings({ consent: 'own' });
  await site.refresh(['site', 'slots']);
  const before = loads();
  const noticed = await open(page, pages.every);
  const notice = page.getByRole('dialog', { name: 'Privacy choices' });
  await notice.getByRole('button', { name: 'Reject all' }).click();
  await expect(notice).toHaveCount(0);
  await expectUnharmed(page, noticed);
  await page.goto(pages.automatic);
  await expect(page.getByText('Paragraph 6.')).toBeVisible();
  expect(loads(before)).toBe(0);

  await page.goto(pages.every);
  await page.getByRole('button', { name: 'Privacy choices' }).click();
  await notice.getByRole('button', { name: 'Allow all' }).click();
  await expectFilled(page);
  await expectUnharmed(page, noticed);
  await page.goto(pages.automatic);
  await expect(page.getByText(automatic.shows)).toBeVisible();
  await storeSettings({ consent: 'off' });
  await site.refresh(['site', 'slots']);
});

test('without JavaScript code in the page is not there, and frames run nothing', async ({ browser, site }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  const before = loads();
  await page.goto(pages.every);
  for (const { shape, id } of slots) {
    if (shape.isolation === 'in-page') await expect(slotOf(page, id), shape.name).toBeHidden();
    else await expect(slotOf(page, id), shape.name).toBeVisible();
  }
  await expectFilled(
    page,
    slots.filter(({ shape }) => shape.isOwn || shape.name === 'frame'),
  );
  await expect.poll(() => network.requests.slice(before).some((path) => path.startsWith('/fallback.gif'))).toBe(true);
  await writeComment(page);
  await page.goto(pages.automatic);
  await expect(page.locator('[data-slot="header"]')).toBeHidden();
  expect(network.requests.slice(before).filter((path) => /\.(js|php)/.test(path))).toEqual([]);
  await page.close();
  expect(site.output()).not.toContain('request_failed');
});

test('automatic ads, however their servers behave, leave the form and the links alone', async ({ page, site }) => {
  const noticed = await open(page, pages.automatic);
  await expect(page.getByText(automatic.shows)).toHaveCount(1);
  await page.goto(`${site.url}/archive`);
  await page.goBack();
  await expect(page.getByText(automatic.shows)).toHaveCount(1);
  for (const behaviour of ['blocked', 'failing', 'empty', 'slow'] satisfies Behaviour[]) {
    network.behave(behaviour);
    const before = loads();
    await page.goto(pages.automatic, { waitUntil: 'domcontentloaded' });
    await expect.poll(() => loads(before), behaviour).toBe(1);
    await writeComment(page);
    await expect(page.getByText(automatic.shows)).toHaveCount(0);
  }
  network.behave('usual');
  await expect(page.getByText(automatic.shows)).toHaveCount(1);
  expect(noticed).toEqual([]);
});

test('two of each on one page are both filled; where the network allows one, a second is refused', async ({
  page,
  site,
}) => {
  const more = [];
  for (const shape of [...shapes, automatic]) {
    if (shape.isSingle)
      await expect(addSlot(shape, 2), shape.name).rejects.toThrow('the network allows it once on a page');
    else more.push({ shape, id: await addSlot(shape, 2) });
  }
  await site.refresh(['slots']);
  await page.setViewportSize({ width: 1280, height: 12_000 });
  const noticed = await open(page, pages.every);
  await expectFilled(page, [...slots, ...more]);
  await expectUnharmed(page, noticed);
});
