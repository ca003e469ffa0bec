import type { Page } from '@playwright/test';
import { storeSettings } from '@/lib/settings/queries';
import { positionSchema } from '@/lib/slots/slot';
import type { Placement } from '@/lib/slots/placements';
import { bodyOf, codeDraft, fillSlot } from '../factories/slots';
import { createPost } from '../factories/posts';
import { startFakeAdServer, type FakeAdServer } from './fake-ad-server';
import { expect, test, type Site } from './site';

let network: FakeAdServer;
test.beforeAll(async () => {
  network = await startFakeAdServer();
});
test.afterAll(() => network.close());

const article = bodyOf(12);
const codes = (url: string) => ({
  adsense: (slot: string) =>
    `<script async src="${url}/adsbygoogle.js?client=ca-pub-1234567890123456" crossorigin="anonymous"></script>
     <ins class="adsbygoogle" style="display:block" data-ad-client="ca-pub-1234567890123456" data-ad-slot="${slot}" data-ad-format="auto"></ins>
     <script>(adsbygoogle = window.adsbygoogle || []).push({});</script>`,
  gpt: `<script async src="${url}/gpt.js" crossorigin="anonymous"></script>
     <script>window.googletag = window.googletag || {cmd: []}; googletag.cmd.push(function() {
       googletag.defineSlot('/123/quay', [300, 250], 'div-gpt-1').addService(googletag.pubads()); googletag.enableServices(); });</script>
     <div id="div-gpt-1"><script>googletag.cmd.push(function() { googletag.display('div-gpt-1'); });</script></div>`,
  ethicalAds: `<script async src="${url}/ethicalads.min.js"></script><div data-ea-publisher="quay" data-ea-type="image"></div>`,
  carbon: `<script async type="text/javascript" src="${url}/carbon.js?serve=ABC&placement=quay" id="_carbonads_js"></script>`,
  revive: `<ins data-revive-zoneid="7" data-revive-id="abc"></ins><script async src="${url}/asyncjs.php"></script>`,
  mediaNet: `<script>window._mNHandle = window._mNHandle || {}; window._mNHandle.queue = window._mNHandle.queue || [];</script>
     <script src="${url}/dmedianet.js?cid=8CU" async="async"></script>
     <div id="media-1"><script>window._mNHandle.queue.push(function () { window._mNDetails.loadTag("media-1", "300x250", "media-1"); });</script></div>`,
});

/** What a reader notices of a page: movement, and errors that are not those of a network. */
async function watch(page: Page, ofNetwork = /$^/) {
  const errors: string[] = [];
  const note = (text: string) => ofNetwork.test(text) || errors.push(text);
  page.on('console', (message) => message.type() === 'error' && note(message.text()));
  page.on('pageerror', (error) => note(error.message));
  await page.addInitScript(() => {
    const noted = window as unknown as { shift: number };
    noted.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) noted.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const shift = () => page.evaluate(() => (window as unknown as { shift: number }).shift);
  return { errors, shift };
}

async function writeComment(page: Page) {
  const field = page.locator('textarea[name="body"]');
  await field.pressSequentially('The tide was late today.');
  await expect(field).toHaveValue('The tide was late today.');
}

const box = (page: Page, placement: Placement) => page.locator(`[data-slot="${placement}"] .slot__box`);

/** An article with this code in the page, below its title; nothing else is shown. */
async function openArticle(page: Page, site: Site, codesBySlot: Partial<Record<Placement, string>>) {
  const post = await createPost(article);
  for (const placement of ['header', 'below-title', 'in-article', 'post-end', 'footer', 'sidebar'] as const) {
    const code = codesBySlot[placement];
    await fillSlot(placement, code ? codeDraft(code, 'in-page') : null, {
      settings: { position: positionSchema.parse({ after: [3], maximum: 1 }) },
    });
  }
  await site.refresh(['slots']);
  const answer = await page.goto(`${site.url}/${post.slug}`);
  return { address: `${site.url}/${post.slug}`, answer };
}

test('code in the page runs for readers, under a policy whose nonce is new each time', async ({ page, site }) => {
  const { errors } = await watch(page);
  const { address, answer } = await openArticle(page, site, { 'below-title': codes(network.url).adsense('11') });

  await expect(box(page, 'below-title')).toHaveText('unit 11');
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'nonce-[\w+/]{22}==' 'strict-dynamic' 'sha256-/);
  expect(policy).toContain("object-src 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain('worker-src blob:');
  expect(policy.split('; ').find((part) => part.startsWith('script-src'))).not.toMatch(/https?:|'self'|unsafe-inline/);
  const again = await page.request.get(address, { headers: { 'If-None-Match': '*' } });
  const nonceOf = (text: string) => /nonce-([\w+/=]+)/.exec(text)?.[1];
  expect(again.status()).toBe(200);
  expect(again.headers().etag).toBeUndefined();
  expect(again.headers()['cache-control']).toBe('private, no-cache');
  expect(nonceOf(again.headers()['content-security-policy'] ?? '')).not.toBe(nonceOf(policy));
  expect(await again.text()).toContain(`<script nonce="${nonceOf(again.headers()['content-security-policy'] ?? '')}">`);
  expect(errors).toEqual([]);
});

test('the browsers of staff never run it, whoever signs in there', async ({ page, context, site }) => {
  await openArticle(page, site, { 'below-title': codes(network.url).adsense('12') });
  await expect(box(page, 'below-title')).toHaveText('unit 12');
  const loads = () => network.requests.filter((path) => path.startsWith('/adsbygoogle.js')).length;

  for (const role of ['owner', 'ads', 'author'] as const) {
    await context.clearCookies();
    await site.signIn(context, role);
    const before = loads();
    const answer = await page.reload();
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.slot__host')).toHaveText(
      role === 'author' ? '' : /never runs in the browsers of staff/,
    );
    expect(answer?.headers()['content-security-policy']).not.toContain('strict-dynamic');
    expect(loads()).toBe(before);
  }
  await context.clearCookies();
  await context.addCookies([{ name: 'session', value: 'unknown', url: site.url }]);
  const answer = await page.reload();
  expect(answer?.headers()['content-security-policy']).not.toContain('strict-dynamic');
  await expect(page.locator('[data-slot="below-title"]')).toBeHidden();
});

test('six networks fill their boxes on one page; nothing moves, and the comment form works', async ({ page, site }) => {
  const { errors, shift } = await watch(page);
  const wanted = codes(network.url);
  const { address } = await openArticle(page, site, {
    header: wanted.adsense('21') + wanted.adsense('22'),
    'below-title': wanted.gpt,
    'in-article': wanted.ethicalAds,
    'post-end': wanted.carbon,
    footer: wanted.revive,
    sidebar: wanted.mediaNet,
  });
  const allAreFilled = async () => {
    await page.locator('header').first().scrollIntoViewIfNeeded();
    await expect(box(page, 'header')).toHaveText(/unit 21\s*unit 22/);
    // Code is loaded when it comes near: the comments are longer than that.
    await page.locator('[data-slot="post-end"]').scrollIntoViewIfNeeded();
    await expect(box(page, 'post-end')).toHaveText('carbon ad');
    await page.locator('footer').last().scrollIntoViewIfNeeded();
    await expect(
      page.frameLocator('[data-slot="below-title"] iframe').getByText('creative of /123/quay'),
    ).toBeVisible();
    await expect(box(page, 'in-article')).toHaveText('ethical ad');
    await expect(box(page, 'footer')).toHaveText('zone 7');
    await expect(box(page, 'sidebar')).toHaveText('contextual media-1');
  };
  await allAreFilled();
  expect(await shift()).toBe(0);
  await writeComment(page);
  await allAreFilled();

  await page.goto(`${site.url}/archive`);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await allAreFilled();
  expect(await page.evaluate(() => (window as unknown as { adLoads: number }).adLoads)).toBe(1);
  await expect(page.locator('#carbonads')).toHaveCount(1);
  expect(errors).toEqual([]);
});

test('networks that are blocked, broken, silent or too large leave the page as it is', async ({ page, site }) => {
  const ofNetwork = /the network is broken|404|ERR_|availableWidth/;
  const { errors, shift } = await watch(page, ofNetwork);
  const { url } = network;
  await openArticle(page, site, {
    header: `<script src="${url}/missing/a.js"></script><p>after the missing</p>`,
    'below-title': `<script src="${url}/throws.js"></script><script>document.currentScript.after('after the broken')</script>`,
    'in-article': `<script src="${url}/never/answers.js"></script><p>silent</p><script src="${url}/writes.js"></script>`,
    'post-end': codes(url).adsense('404'),
    footer: `<div id="grows"></div><script src="${url}/growing.js"></script>`,
  });
  await page.locator('footer').last().scrollIntoViewIfNeeded();

  await expect(box(page, 'header')).toContainText('after the missing');
  await expect(box(page, 'below-title')).toContainText('after the broken');
  await expect(box(page, 'in-article')).toContainText('silent');
  await expect(box(page, 'post-end').locator('ins')).toHaveAttribute('data-ad-status', 'unfilled');
  await expect(box(page, 'footer')).toContainText('grown');
  expect((await box(page, 'footer').boundingBox())?.height).toBe(90);
  await writeComment(page);
  expect(await shift()).toBe(0);
  expect(errors).toEqual([]);
});

test('code that writes later does not replace the page, and the owner reads of it', async ({ page, context, site }) => {
  const { address } = await openArticle(page, site, { header: `<script src="${network.url}/writes.js"></script>` });

  await expect(page).toHaveTitle('tried to write');
  await expect(page.locator('textarea[name="body"]')).toBeAttached();
  await site.signIn(context, 'owner');
  await expect(async () => {
    await page.goto(`${site.url}/admin/slots/header-slot`);
    await expect(page.getByText('tried once to replace the page (document.write)')).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(address).toContain(site.url);
});

test('automatic ads wait until the page is ready for changes, and links load whole documents', async ({
  page,
  site,
}) => {
  const { errors } = await watch(page);
  await openArticle(page, site, {
    header: `<script async src="${network.url}/automatic/adsbygoogle.js?client=ca-pub-1234567890123456"></script>`,
  });
  await expect(page.getByText('automatic unit')).toBeVisible();
  await writeComment(page);
  await expect(page.getByText('automatic unit')).toBeVisible();

  await page.evaluate(() => Object.assign(window, { isThisDocument: true }));
  await page.getByRole('link', { name: 'Archive' }).first().click();
  await expect(page).toHaveURL(`${site.url}/archive`);
  expect(await page.evaluate(() => 'isThisDocument' in window)).toBe(false);
  expect(errors).toEqual([]);
});

test('signed-in readers are asked of the owner: code runs for them unless the site says no', async ({
  page,
  context,
  site,
}) => {
  await site.signIn(context, 'reader');
  const { answer } = await openArticle(page, site, { 'below-title': codes(network.url).adsense('31') });
  expect(answer?.headers()['content-security-policy']).toContain('strict-dynamic');
  await expect(box(page, 'below-title')).toHaveText('unit 31');

  await storeSettings({ noCodeForSignedIn: true });
  await site.refresh(['site']);
  const strict = await page.reload();
  expect(strict?.headers()['content-security-policy']).not.toContain('strict-dynamic');
  await expect(page.locator('[data-slot="below-title"]')).toBeHidden();
  await storeSettings({ noCodeForSignedIn: false });
  await site.refresh(['site']);
});

test('pages for signing in, accounts and the admin have no such policy, and no box for code', async ({
  page,
  site,
}) => {
  await openArticle(page, site, { header: codes(network.url).adsense('41') });
  await expect(box(page, 'header')).toHaveText('unit 41');
  for (const path of ['/signin', '/signup', '/account', '/admin', '/search?q=tide', '/signin/forgot-password']) {
    const answer = await page.goto(`${site.url}${path}`);
    expect(answer?.headers()['content-security-policy']).not.toContain('strict-dynamic');
    await expect(page.locator('.slot__host')).toHaveCount(0);
  }
});

test('without JavaScript, and for readers who save data, nothing is requested', async ({ page, browser, site }) => {
  const { address } = await openArticle(page, site, { 'below-title': codes(network.url).adsense('51') });
  await expect(box(page, 'below-title')).toHaveText('unit 51');
  const loads = network.requests.length;

  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(address);
  await expect(plain.locator('[data-slot="below-title"]')).toBeHidden();
  await expect(plain.locator('textarea[name="body"]')).toBeVisible();
  await plain.close();

  const saving = await browser.newPage();
  await saving.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await saving.goto(address);
  await expect(saving.getByRole('heading', { level: 1 })).toBeVisible();
  await saving.close();
  expect(network.requests.length).toBe(loads);
});
