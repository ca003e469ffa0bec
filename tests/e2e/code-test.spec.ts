import type { Browser, BrowserContext, Page } from '@playwright/test';
import { db, readDb } from '@/lib/database/db';
import { testCode } from '../factories/code-tests';
import { createPost } from '../factories/posts';
import { bodyOf, codeDraft, fillSlot } from '../factories/slots';
import { actorWith } from '../factories/users';
import { expect, test } from './site';
import { startFakeAdServer, type FakeAdServer } from './fake-ad-server';

// Each reader has an address of their own.
test.use({ environment: { TRUSTED_PROXIES: '127.0.0.1' } });

let scripts: FakeAdServer;
let pixels: FakeAdServer;
test.beforeAll(async () => {
  [scripts, pixels] = await Promise.all([startFakeAdServer(), startFakeAdServer()]);
});
test.afterAll(() => Promise.all([scripts.close(), pixels.close()]));

const busyCode = () => `<input id="q" style="width:300px;height:600px;box-sizing:border-box">
<script src="${scripts.url}/outer.js"></script>
<img src="${pixels.url}/pixel.gif" width="1" height="1"><img src="${pixels.url}/missing/x.gif" hidden>
<script>
  q.focus(); q.focus(); q.scrollIntoView(); history.pushState({}, ''); window.open('${pixels.url}/popup');
  alert('no'); localStorage.setItem('a', '1'); new Image().src = 'weird://c.example/x.gif';
  const until = performance.now() + 120; while (performance.now() < until);
  open('https://top.example/', '_top');
  document.body.insertAdjacentHTML('beforeend', '<a id="away" href="https://link.example/" target="_top"></a>');
  away.click();
  setTimeout(() => { top.location.href = 'https://away.example/'; }, 300);
  setTimeout(() => { document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'late' })) }, 800);
  throw new Error('broken on purpose');
</script>`;

const lines = (page: Page) => page.getByRole('region', { name: 'Test results' }).getByRole('listitem');

test('an owner tests code before saving it, sees all that it did, and finds that with its version', async ({
  page,
  context,
  browser,
  site,
}) => {
  await site.signIn(context, 'owner');
  await fillSlot('header', null);
  await page.goto(`${site.url}/admin/slots/header-slot`);
  await page.getByLabel('Put your ad code here').fill(busyCode());
  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Test this code' }).click();
  const tested = await opening;
  await expect(page.getByText('The code can be tested for 30 minutes. Nothing is saved.')).toBeVisible();
  await expect(page.getByLabel('Put your ad code here')).toHaveValue(/broken on purpose/);
  await expect(tested.locator('iframe')).toHaveCount(3);
  await expect(tested.getByText('It runs in your own browser, in an isolated frame')).toBeVisible();

  await expect(tested.getByRole('heading', { name: 'Test results' })).toBeVisible();
  const [one, other] = [scripts, pixels].map(({ url }) => new URL(url).host).toSorted();
  for (const words of [
    `Asked 2 hosts: ${one}, ${other}.`,
    /^\d+ responses of unknown size: their servers do not allow browsers to read it\.$|^\d+ (bytes|kB), and \d+ responses? of unknown size/,
    /^Kept the browser busy (once|\d+ times) for more than 50 ms/,
    /^Moved its own content by \d\.\d\d \(layout shift\)\.$/,
    /^In a frame 728 pixels wide it was \d+\s×\s\d+\.$/,
    'Called document.write 3 times.',
    'Tried to lead the reader to away.example, link.example, top.example; the browser refused it.',
    'Tried to take the keyboard focus twice.',
    'Tried to scroll the page once.',
    'Tried to add 1 entry to the browser’s history.',
    'Tried to open a window once.',
    'Tried to open a dialog once.',
    'Error: Uncaught Error: broken on purpose',
    `Error: <img> from ${new URL(pixels.url).host} did not load`,
    'Refused: weird (img-src)',
  ]) {
    await expect(lines(tested).filter({ hasText: words }), String(words)).toHaveCount(1);
  }
  await expect(tested.getByText('They are kept with the version if you save this code')).toBeVisible();
  expect(scripts.requests.concat(pixels.requests)).not.toContain('/popup');
  expect(await readDb.creative.count({ where: { slotId: 'header-slot' } })).toBe(0);

  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('Readers now see version 1.')).toBeVisible();
  await page.reload();
  await expect(lines(page).filter({ hasText: 'Called document.write 3 times.' })).toHaveCount(1);
  await expect(page.locator('.slot-versions__tested')).toContainText('Tried to take the keyboard focus twice.');

  // Nobody else's page, and no reader's frame.
  const address = tested.url();
  const colleague = await browser.newContext();
  await site.signIn(colleague, 'owner');
  const theirs = await colleague.newPage();
  await theirs.goto(address);
  await expect(theirs.getByText('There is no test of yours here.')).toBeVisible();
  await colleague.close();
  await testWithoutScript(browser, context, { site: site.url, address });
  await fillSlot('header', null);
});

async function testWithoutScript(browser: Browser, owner: BrowserContext, at: { site: string; address: string }) {
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await owner.storageState() });
  const page = await plain.newPage();
  await page.goto(at.address);
  expect(await page.content()).toContain('The test runs in your browser and needs JavaScript.');
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.goto(`${at.site}/admin/slots/header-slot`);
  await page.getByLabel('Put your ad code here').fill('');
  await page.getByRole('button', { name: 'Test this code' }).click();
  await expect(page.getByText('Paste the code that is to be tested.').first()).toBeVisible();
  await page.getByLabel('Put your ad code here').fill('<b>plain</b>');
  await page.getByRole('button', { name: 'Test this code' }).click();
  await expect(page.getByRole('link', { name: 'Open the test' })).toHaveAttribute('href', /\/test\/[0-9a-f]{32}$/);
  await plain.close();
}

test('code that begins to behave badly is disabled, and its owner is told why and enables it again', async ({
  page,
  context,
  browser,
  site,
}) => {
  const code = `<p>Ready</p><script>let n = 0; setInterval(() => { location.hash = 'x' + n++ }, 100)</script>`;
  const creative = codeDraft(code);
  const actor = await actorWith('ads');
  await fillSlot('below-title', null);
  // As code that was calm while it was tested.
  await testCode(actor, { slotId: 'below-title-slot', creative });
  const { creativeId } = await fillSlot('below-title', creative);
  const post = await createPost(bodyOf(12));
  await site.refresh(['slots']);
  const count = async () =>
    (await readDb.creativeReport.findFirst({ where: { creativeId: creativeId ?? '' } }))?.count ?? 0;
  for (const reader of [1, 2, 3]) {
    const own = await browser.newContext({ extraHTTPHeaders: { 'X-Forwarded-For': `203.0.113.${reader}` } });
    const article = await own.newPage();
    await article.goto(`${site.url}/${post.slug}`);
    await expect(article.locator('[data-slot="below-title"] iframe')).toHaveCount(0);
    await expect.poll(count).toBe(reader);
    await own.close();
  }
  const isEnabled = async () => (await db.slot.findUnique({ where: { id: 'below-title-slot' } }))?.enabled;
  await expect.poll(isEnabled).toBe(false);

  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.locator('[data-slot="below-title"]')).toHaveCount(0);
  const why =
    '“Below the title” was disabled, because the browsers of 3 readers reported that version 1 blocked the Back button';
  await page.goto(`${site.url}/admin`);
  await expect(page.getByText(why)).toBeVisible();
  await page.goto(`${site.url}/admin/slots/below-title-slot`);
  await expect(page.getByText(why)).toBeVisible();
  await page.getByRole('button', { name: 'Enable' }).click();
  await expect(page.getByRole('button', { name: 'Disable' })).toBeVisible();
  await expect(page.getByText(why)).toHaveCount(0);
  await fillSlot('below-title', null);
});
