import type { Page } from '@playwright/test';
import { newId } from '@/lib/platform/ids';
import { storeSettings } from '@/lib/settings/queries';
import type { SiteCode } from '@/lib/settings/site-code';
import { createPost } from '../factories/posts';
import { bodyOf, codeDraft, fillSlot } from '../factories/slots';
import { startFakeAnalytics, type FakeAnalytics } from './fake-analytics';
import { expect, test, type Site } from './site';

let provider: FakeAnalytics;
test.beforeAll(async () => {
  provider = await startFakeAnalytics();
});
test.afterAll(() => provider.close());
test.beforeEach(async ({ site }) => {
  provider.told.length = 0;
  await storeSettings({ siteCode: [], consent: 'off', noCodeForSignedIn: false });
  await site.refresh(['site', 'slots']);
});

async function install(site: Site, more: Partial<SiteCode> = {}) {
  const code = `<script defer data-domain="tide.example" src="${provider.url}/js/script.js"></script>`;
  const id = newId();
  const hash = '0123456789abcdef';
  await storeSettings({ siteCode: [{ id, name: 'Plausible', code, hash, need: 'none', isOn: true, ...more }] });
  await site.refresh(['site']);
  return { id, hash };
}

const toldOf = (path: string) => JSON.stringify(['tide.example', path]);
const policyOf = (answer: Awaited<ReturnType<Page['goto']>>) => answer?.headers()['content-security-policy'] ?? '';

function noteErrors(page: Page) {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

test('readers’ pages run the code, each under a nonce of its own, and the page works as before', async ({
  page,
  site,
}) => {
  const errors = noteErrors(page);
  const post = await createPost(bodyOf(3));
  await site.refresh(['list']);
  await install(site);

  const answer = await page.goto(`${site.url}/${post.slug}`);
  expect(policyOf(answer)).toMatch(/script-src 'nonce-[\w+/]{22}==' 'strict-dynamic' 'sha256-/);
  expect(answer?.headers()['cache-control']).toBe('private, no-cache');
  await expect.poll(() => provider.told).toEqual([toldOf(`/${post.slug}`)]);
  const field = page.locator('textarea[name="body"]');
  await field.pressSequentially('The tide was late today.');
  await expect(field).toHaveValue('The tide was late today.');
  await expect(page.locator('.site-code script')).toHaveCount(1);
  for (const path of ['/', '/archive', '/a-page-that-is-not-there']) {
    await page.goto(`${site.url}${path}`);
    await expect.poll(() => provider.told).toContain(toldOf(path));
  }
  expect(errors.filter((text) => !text.includes('404'))).toEqual([]);

  await storeSettings({ siteCode: [] });
  await site.refresh(['site']);
  const after = await page.request.get(`${site.url}/${post.slug}`);
  expect(await after.text()).not.toMatch(/class="site-code|nonce=/);
  expect(after.headers().etag).toBeDefined();
  expect(after.headers()['content-security-policy']).not.toContain('strict-dynamic');
});

test('the browsers of staff, and unknown sessions, never run it', async ({ page, context, site }) => {
  const post = await createPost(bodyOf(3));
  await install(site);
  const loads = provider.loads();
  for (const role of ['owner', 'admin', 'editor', 'author', 'moderator', 'ads'] as const) {
    await context.clearCookies();
    await site.signIn(context, role);
    const answer = await page.goto(`${site.url}/${post.slug}`);
    expect(answer?.status()).toBe(200);
    expect(policyOf(answer)).not.toContain('strict-dynamic');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await context.clearCookies();
  await context.addCookies([{ name: 'session', value: 'unknown', url: site.url }]);
  expect(policyOf(await page.goto(`${site.url}/${post.slug}`))).not.toContain('strict-dynamic');
  expect(provider.loads()).toBe(loads);
  expect(provider.told).toEqual([]);
});

test('signed-in readers run it unless the site says no', async ({ page, context, site }) => {
  await install(site);
  await site.signIn(context, 'reader');
  await page.goto(`${site.url}/archive`);
  await expect.poll(() => provider.told).toEqual([toldOf('/archive')]);

  await storeSettings({ noCodeForSignedIn: true });
  await site.refresh(['site']);
  expect(policyOf(await page.reload())).not.toContain('strict-dynamic');
  expect(provider.told).toHaveLength(1);
});

test('sign-in, account, search, preview and admin pages hold nothing of it', async ({ page, context, site }) => {
  const post = await createPost(bodyOf(3));
  await install(site);
  const isWithout = async (path: string) => {
    const answer = await page.goto(`${site.url}${path}`);
    expect(policyOf(answer)).not.toContain('strict-dynamic');
    expect(await page.content()).not.toContain('class="site-code"');
  };
  for (const path of ['/signin', '/signup', '/account', '/admin', '/search?q=tide', '/signin/forgot-password']) {
    await isWithout(path);
  }
  await site.signIn(context, 'owner');
  for (const path of ['/admin', `/preview/post?id=${post.id}`, '/preview/looks', '/account']) await isWithout(path);
  expect(provider.told).toEqual([]);
});

test('without JavaScript nothing is requested', async ({ browser, site }) => {
  await install(site);
  const loads = provider.loads();
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(site.url);
  await expect(plain.getByRole('banner')).toBeVisible();
  await plain.close();
  expect(provider.loads()).toBe(loads);
});

const notice = (page: Page) => page.getByRole('dialog', { name: 'Privacy choices' });
const again = (page: Page) => page.getByRole('button', { name: 'Privacy choices' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function askFirst(site: Site, need: SiteCode['need'] = 'analytics') {
  await storeSettings({ consent: 'own' });
  await install(site, { need });
}

test('what needs consent runs once a reader allows it, also on the next page, and ends when they refuse', async ({
  page,
  site,
}) => {
  await askFirst(site);
  const loads = provider.loads();
  await page.goto(`${site.url}/archive`);
  await expect(notice(page)).toContainText('A service of another company measures how this site is read');
  await expect(notice(page).getByRole('button')).toHaveText(['Reject all', 'Allow']);
  expect(provider.loads()).toBe(loads);

  await button(page, 'Allow').click();
  await expect.poll(() => provider.told).toEqual([toldOf('/archive')]);
  await page.goto(site.url);
  await expect.poll(() => provider.told).toHaveLength(2);
  await expect(notice(page)).toHaveCount(0);

  await again(page).click();
  await button(page, 'Reject all').click();
  await expect(notice(page)).toHaveCount(0);
  await page.goto(`${site.url}/archive`);
  await expect(again(page)).toBeVisible();
  expect(provider.told).toHaveLength(2);
});

test('a refusal, and Global Privacy Control, keep it from loading', async ({ page, site, context }) => {
  await askFirst(site);
  const loads = provider.loads();
  await page.goto(`${site.url}/archive`);
  await button(page, 'Reject all').click();
  await page.reload();
  await expect(again(page)).toBeVisible();
  const careful = await context.newPage();
  await careful.addInitScript(() => {
    localStorage.clear();
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
  });
  await careful.goto(site.url);
  await expect(again(careful)).toBeVisible();
  await expect(notice(careful)).toHaveCount(0);
  expect(provider.loads()).toBe(loads);
});

test('beside ads, analytics can be allowed alone', async ({ page, site }) => {
  await askFirst(site);
  await fillSlot('header', codeDraft('<script>document.body.dataset.ad = "ran"</script><b>Knots</b>', 'in-page'));
  await site.refresh(['slots']);
  await page.goto(`${site.url}/archive`);
  await expect(notice(page)).toContainText('A service that measures how this site is read, and ads');
  await expect(notice(page).getByRole('button')).toHaveText(['Reject all', 'Analytics only', 'Allow all']);
  await button(page, 'Analytics only').click();
  await expect.poll(() => provider.told).toEqual([toldOf('/archive')]);
  await expect(page.locator('body')).not.toHaveAttribute('data-ad');
  await again(page).click();
  await button(page, 'Allow all').click();
  await expect(page.locator('body')).toHaveAttribute('data-ad', 'ran');
  await fillSlot('header', null);
  await site.refresh(['slots']);
});

test('a consent platform allows it by the purpose of measuring', async ({ page, site }) => {
  await page.addInitScript(() => {
    type Data = { eventStatus: string; purpose: { consents: Record<number, boolean> } };
    Object.assign(window, {
      __tcfapi: (_command: string, _version: number, callback: (data: Data, isDone: boolean) => void) =>
        Object.assign(window, {
          speak: (consents: Record<number, boolean>) =>
            callback({ eventStatus: 'useractioncomplete', purpose: { consents } }, true),
        }),
    });
  });
  const speak = (purposes: number[]) =>
    page.evaluate(
      (allowed) =>
        (window as unknown as { speak: (consents: Record<number, boolean>) => void }).speak(
          Object.fromEntries(allowed.map((one) => [one, true])),
        ),
      purposes,
    );
  await storeSettings({ consent: 'platform' });
  await install(site, { need: 'analytics' });
  await page.goto(`${site.url}/archive`);
  await speak([1, 2]);
  expect(provider.told).toEqual([]);
  await speak([1, 8]);
  await expect.poll(() => provider.told).toEqual([toldOf('/archive')]);
});

test('its address answers only while pages run it', async ({ page, site }) => {
  const { id, hash } = await install(site);
  const at = `${site.url}/_s/c/${id}-${hash}`;
  expect(await (await page.request.get(at)).json()).toMatchObject({ code: expect.stringContaining('/js/script.js') });
  await install(site, { isOn: false });
  expect((await page.request.get(at)).status()).toBe(404);
});

test('a tab that was open before somebody signed in as staff is loaded anew, without it', async ({
  page,
  context,
  site,
}) => {
  await install(site);
  await page.goto(`${site.url}/archive`);
  await expect.poll(() => provider.told).toHaveLength(1);
  await site.signIn(context, 'owner');
  await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
  await expect(page.locator('.site-code--withheld')).toHaveCount(1);
  expect(provider.told).toHaveLength(1);
});
