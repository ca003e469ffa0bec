import type { Page } from '@playwright/test';
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

const box = (page: Page, placement: Placement) => page.locator(`[data-slot="${placement}"] .slot__box`);

/** An article with this code in the page, below its title; nothing else is shown. */
async function openArticle(page: Page, site: Site, codesBySlot: Partial<Record<Placement, string>>) {
  const post = await createPost(article);
  for (const placement of ['header', 'below-title', 'in-article', 'post-end', 'footer', 'sidebar'] as const) {
    const code = codesBySlot[placement];
    await fillSlot(placement, code ? codeDraft(code, 'in-page') : null, {
      settings: { mobileWidth: 320, mobileHeight: 100 },
    });
  }
  await site.refresh(['slots']);
  const answer = await page.goto(`${site.url}/${post.slug}`);
  return { address: `${site.url}/${post.slug}`, answer };
}

test('code in the page runs for readers, under a policy whose nonce is new each time', async ({ page, site }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
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
