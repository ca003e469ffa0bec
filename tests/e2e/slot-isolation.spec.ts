import type { Page } from '@playwright/test';
import { readDb } from '@/lib/database/db';
import { cacheTags } from '@/lib/caching/cache-tags';
import { createComment } from '../factories/comments';
import { bodyOf, codeDraft, fillSlot } from '../factories/slots';
import { createPost } from '../factories/posts';
import { expect, test, type Site } from './site';
import { startFakeAdServer, type FakeAdServer } from './fake-ad-server';

let fakeAdServer: FakeAdServer;
test.beforeAll(async () => {
  fakeAdServer = await startFakeAdServer();
});
test.afterAll(() => fakeAdServer.close());

const frameOf = (page: Page) => page.frameLocator('[data-slot="below-title"] iframe');

/** An article with this code under its title; answers with the version that is shown. */
async function visitArticle(page: Page, site: Site, code: string) {
  const post = await createPost(bodyOf(30));
  const { creativeId } = await fillSlot('below-title', codeDraft(`<p>Ready</p>${code}`));
  await site.refresh(['slots']);
  await page.goto(`${site.url}/${post.slug}`);
  return { address: `${site.url}/${post.slug}`, creativeId: creativeId ?? '' };
}

async function openArticle(page: Page, site: Site, code: string) {
  const visit = await visitArticle(page, site, code);
  await expect(frameOf(page).getByText('Ready')).toBeVisible();
  return visit;
}

// From a nested frame, which has an unmodified focus() of its own.
const thief = `<script>
  const inner = document.body.appendChild(document.createElement('iframe'));
  inner.srcdoc = '<input id="q"><script>setTimeout(() => setInterval(() => q.focus(), 250), 1500)<' + '/script>';
</script>`;

test('code in a frame cannot take the keyboard, and is taken away when it keeps trying', async ({ page, site }) => {
  const { creativeId } = await visitArticle(page, site, thief);
  const field = page.locator('textarea[name="body"]');
  const frame = page.locator('[data-slot="below-title"] iframe');
  let words = '';
  while ((await frame.count()) > 0 && words.length < 2_000) {
    await field.pressSequentially('still mine ', { delay: 20 });
    words += 'still mine ';
  }

  await expect(frame).toHaveCount(0);
  await field.pressSequentially('to the end');
  await expect(field).toHaveValue(/to the end$/);
  // Keys that are pressed while the keyboard changes hands may go astray: one for each of the three times that it was
  // taken, and on a busy machine, where the page is told of it later, up to three.
  expect((await field.inputValue()).length).toBeGreaterThanOrEqual(`${words}to the end`.length - 9);
  const reports = () => readDb.creativeReport.findMany({ where: { creativeId }, select: { reason: true } });
  await expect.poll(reports).toEqual([{ reason: 'focus' }]);
});

test('a person still gets into the frame, by a click and by Tab', async ({ page, site }) => {
  await openArticle(page, site, '<input id="q" aria-label="Search offers">');
  const inside = frameOf(page).getByLabel('Search offers');

  await inside.click();
  await page.keyboard.type('rope');
  await expect(inside).toHaveValue('rope');

  await page.getByRole('link', { name: 'Skip to content' }).focus();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement?.className ?? '');
    if (at === 'slot__frame') break;
  }
  await page.keyboard.type('s');
  await expect(inside).toHaveValue(/s/);
});

const controls = (url: string) => `
  <a id="hash" href="#" onclick="said.textContent += ' hash'">next</a>
  <a id="fragment" href="#slide2" onclick="said.textContent += ' fragment'">slide</a>
  <a id="empty" href="" onclick="said.textContent += ' empty'">close</a>
  <a id="script" href="javascript:void(said.textContent += ' script')">button</a>
  <form onsubmit="said.textContent += ' form'; return false"><button id="form">Send</button></form>
  <p id="said"></p>
  <a id="away" href="${url}/landing">offer</a>
  <form action="${url}/search"><button id="search">Search</button></form>`;

test('what is part of an ad stays in it, and what leads elsewhere leads there', async ({ page, site }) => {
  const code = controls(fakeAdServer.url);
  const { address } = await openArticle(page, site, code);
  const frame = frameOf(page);
  const entries = await page.evaluate(() => history.length);

  for (const id of ['hash', 'fragment', 'empty', 'script', 'form'])
    await frame.locator(`#${id}`).dispatchEvent('click');
  await expect(frame.locator('#said')).toHaveText(' hash fragment empty script form');
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => history.length)).toBe(entries);

  await frame.locator('#away').click();
  await expect(page).toHaveURL(`${fakeAdServer.url}/landing`);
  await page.goto(address);
  await frame.locator('#search').click();
  await expect(page).toHaveURL(`${fakeAdServer.url}/search?`);
});

test('entries that code pushes are not kept, and code that makes others is taken away', async ({ page, site }) => {
  await openArticle(page, site, `<script>for (let i = 0; i < 10; i++) history.pushState({ i }, '')</script>`);
  expect(await page.evaluate(() => history.length)).toBe(2);
  await expect(page.locator('[data-slot="below-title"] iframe')).toHaveCount(1);

  const hashes = `<script>let n = 0; setInterval(() => { location.hash = 'x' + n++ }, 100)</script>`;
  const { creativeId } = await visitArticle(page, site, hashes);
  await expect(page.locator('[data-slot="below-title"] iframe')).toHaveCount(0);
  const reports = () => readDb.creativeReport.findMany({ where: { creativeId }, select: { reason: true } });
  await expect.poll(reports).toEqual([{ reason: 'history' }]);
});

test('windows, dialogs and scrolling that code tries by itself are refused and told', async ({ page, site }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.type()));
  const tries = `<b>x</b><script>open('/'); alert('Buy ropes'); document.querySelector('b').scrollIntoView()</script>`;
  const { creativeId } = await visitArticle(page, site, tries);
  const reasons = async () =>
    (await readDb.creativeReport.findMany({ where: { creativeId }, select: { reason: true } })).map(
      ({ reason }) => reason,
    );
  await expect.poll(async () => (await reasons()).toSorted()).toEqual(['dialog', 'popup', 'scroll']);
  expect([dialogs, page.context().pages().length]).toEqual([[], 1]);
  await expect(page.locator('[data-slot="below-title"] iframe')).toHaveCount(1);
});

test('code cannot scroll the page that its frame stands on', async ({ page, site }) => {
  const scrolls = `<input id="q" required><script>
    q.scrollIntoView(); q.focus(); q.reportValidity(); document.title = 'tried';
  </script>`;
  const post = await createPost(bodyOf(30));
  await fillSlot('below-title', null);
  await fillSlot('post-end', codeDraft(scrolls));
  await site.refresh(['slots']);
  await page.goto(`${site.url}/${post.slug}`);
  const frame = page.locator('[data-slot="post-end"] iframe');
  await frame.evaluate((element: HTMLIFrameElement) => (element.loading = 'eager'));
  const inside = await (await frame.elementHandle())?.contentFrame();
  await inside?.waitForFunction(() => document.title === 'tried');

  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await inside?.evaluate(() => document.documentElement.lang)).toBe('en');
  await fillSlot('post-end', null);
});

test('storage and cookies answer from memory', async ({ page, site }) => {
  await openArticle(page, site, '');
  const inside = page.frames().find((frame) => frame.url().includes('/_s/f/'));
  const found = await inside?.evaluate(() => {
    localStorage.setItem('a', '1');
    sessionStorage.b = 2;
    document.cookie = 'seen=yes; path=/; max-age=60';
    document.cookie = 'gone=yes; max-age=0';
    const stored = [
      localStorage.getItem('a'),
      localStorage.length,
      Object.keys(sessionStorage).join(),
      sessionStorage.b,
    ];
    localStorage.removeItem('a');
    return [...stored, 'a' in localStorage, document.cookie, typeof indexedDB, navigator.cookieEnabled];
  });

  expect(found).toEqual(['1', 1, 'b', '2', false, 'seen=yes', 'undefined', true]);
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
});

test('the frame follows the colours that the reader chose on the page', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openArticle(page, site, '');
  const inside = page.frames().find((frame) => frame.url().includes('/_s/f/'));
  const scheme = () =>
    inside?.evaluate(() => [
      matchMedia('(prefers-color-scheme: dark)').matches,
      getComputedStyle(document.documentElement).colorScheme,
    ]);
  expect(await scheme()).toEqual([false, 'light dark']);

  const choose = (theme: string) =>
    page.evaluate((chosen) => {
      if (chosen) document.documentElement.dataset.theme = chosen;
      else delete document.documentElement.dataset.theme;
    }, theme);
  await choose('dark');
  await expect.poll(scheme).toEqual([true, 'dark']);
  await choose('');
  await expect.poll(scheme).toEqual([false, 'light dark']);
});

test('no code in a frame may use what would cost the page its way back from memory', async ({ page, site }) => {
  await openArticle(page, site, `<script>addEventListener('unload', () => {})</script>`);
  const answer = await page.reload();

  expect(answer?.headers()['permissions-policy']).toContain('unload=()');
});

test('a report names a version that exists, and nothing else is kept', async ({ request, site }) => {
  const send = (data: string, headers: Record<string, string> = {}) =>
    request.post(`${site.url}/_s/e`, { data, headers }).then((answer) => answer.status());
  const { creativeId } = await fillSlot('below-title', codeDraft('<p>Ready</p>'));
  const { hash } = await readDb.creative.findUniqueOrThrow({ where: { id: creativeId ?? '' }, select: { hash: true } });
  const frame = `${creativeId}-${hash.slice(0, 16)}`;
  const counted = () =>
    readDb.creativeReport.findFirst({ where: { creativeId: creativeId ?? '' }, select: { count: true } });

  expect(await send('no json')).toBe(400);
  expect(await send(JSON.stringify({ frame, reason: 'boredom' }))).toBe(400);
  expect(await send(JSON.stringify({ frame: `${creativeId}-${'0'.repeat(16)}`, reason: 'focus' }))).toBe(400);
  expect(await send(JSON.stringify({ frame, reason: 'focus', more: 'x'.repeat(2_000) }))).toBe(413);
  expect(await send('x'.repeat(70_000))).toBe(413);
  expect(await send(JSON.stringify({ frame, reason: 'focus' }), { 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
  expect(await counted()).toBeNull();
  expect(await send(JSON.stringify({ frame, reason: 'focus' }))).toBe(204);
  expect(await send(JSON.stringify({ frame, reason: 'focus' }))).toBe(204);
  expect(await counted()).toEqual({ count: 2 });
});

test('a preview between conversations counts conversations, not comments', async ({ page, context, site }) => {
  const post = await createPost({ ...bodyOf(3), title: 'One long conversation' });
  const first = await createComment(post.id);
  for (let answers = 0; answers < 7; answers += 1) await createComment(post.id, { parentId: first.id });
  const { id } = await fillSlot('comments', codeDraft('<p>Ready</p>'));
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/slots/${id}`);
  await page.getByRole('button', { name: 'Preview' }).first().click();
  const address = await page.getByRole('link', { name: 'Preview on a page' }).getAttribute('href');

  await page.goto(`${site.url}${address}?post=${post.slug}`);
  await expect(page.getByText('This post has fewer than 6 threads.')).toBeVisible();
  for (let threads = 0; threads < 6; threads += 1) await createComment(post.id);
  await site.refresh([cacheTags.comments(post.id)]);
  await page.reload();
  await expect(page.locator('[data-slot="comments"]')).toBeVisible();
});
