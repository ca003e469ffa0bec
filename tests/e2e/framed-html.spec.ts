import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { beginPost, saved, source, text, title } from './editor-page';
import { expect, test } from './site';

/** Another site, which takes a form and says what it got. */
let elsewhere: Server;
let received: string[] = [];

test.beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`);
    response.setHeader('Content-Type', 'text/html').end('<p>Thank you</p>');
  });
  await new Promise<void>((resolve) => {
    elsewhere.listen(0, '127.0.0.1', resolve);
  });
});

test.afterAll(() => elsewhere.close());

test.beforeEach(() => {
  received = [];
});

const formOf = () =>
  `<form action="http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/join"><label>E-mail <input name="email"></label><button>Join</button></form><p id="out"></p><script>try { parent.document.title; out.textContent = 'reached' } catch { out.textContent = 'closed' }</script>`;

test('an editor adds a sign-up form as HTML, sees it, and a reader sends it to another site', async ({
  page,
  context,
  site,
  browser,
}) => {
  await site.signIn(context, 'editor');
  await beginPost(page, site);
  await title(page).fill('Letters from the quay');
  await text(page).focus();
  await page.keyboard.type('/html');
  await page.keyboard.press('Enter');
  const block = text(page).getByRole('group', { name: 'HTML' });
  const code = block.getByRole('textbox', { name: 'HTML' });
  await code.fill('<p>Only words</p>');
  await expect(block.getByRole('status').first()).toBeHidden();
  await code.fill(formOf());
  await expect(block.getByText('Readers get this in a closed frame of its own')).toBeVisible();
  await block.getByLabel('Height in pixels').fill('180');
  await block.getByLabel('Height in pixels').blur();
  await block.getByLabel('Name').fill('Sign-up');
  await block.getByLabel('Name').blur();
  await block.getByRole('button', { name: 'Preview' }).click();
  await expect(block.frameLocator('iframe').getByRole('button', { name: 'Join' })).toBeVisible();
  await saved(page);
  const stored = await source(page);
  expect(stored).toContain('<div data-framed="180" title="Sign-up"><pre>&lt;form action=');

  await page.getByRole('button', { name: 'Publish…' }).click();
  await expect(page.getByText('Readers will see this without')).toHaveCount(0);
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('Readers can see it now.')).toBeVisible();
  await page.reload();
  expect(await source(page)).toBe(stored);

  const reader = await (await browser.newContext()).newPage();
  for (const width of [360, 1_280]) {
    await reader.setViewportSize({ width, height: 900 });
    await reader.goto(site.url);
    await reader.getByRole('link', { name: 'Letters from the quay' }).first().click();
    const box = reader.locator('.framed iframe');
    expect((await box.boundingBox())!.height).toBe(180);
    await expect(reader.frameLocator('.framed iframe').locator('#out')).toHaveText('closed');
    const overflow = await reader.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([width, overflow <= 0]).toEqual([width, true]);
  }
  expect((await new AxeBuilder({ page: reader }).analyze()).violations).toEqual([]);
  const address = reader.url();
  const frame = reader.frameLocator('iframe[title="Sign-up"]');
  await frame.getByLabel('E-mail').fill('ada@example.test');
  await frame.getByRole('button', { name: 'Join' }).click();
  // As from a slot: the answer of the other site takes the window, where its address can be seen.
  await expect(reader.getByText('Thank you')).toBeVisible();
  expect(received).toContain('GET /join?email=ada%40example.test');

  const policy = (await reader.request.get(address)).headers()['content-security-policy'];
  expect(policy).toContain(`form-action 'self'`);
  expect(policy).not.toContain('unsafe-eval');
  expect(await (await reader.request.get(`${site.url}/feed.xml`)).text()).toContain('View this part on the site');
});

test('an author, who may not add frames, is told what readers will not get', async ({ page, context, site }) => {
  await site.signIn(context, 'author');
  await beginPost(page, site);
  await title(page).fill('Mine');
  await text(page).focus();
  await page.keyboard.type('/html');
  await page.keyboard.press('Enter');
  const block = text(page).getByRole('group', { name: 'HTML' });
  await block.getByRole('textbox', { name: 'HTML' }).fill(formOf());

  await expect(block.getByText('Readers will see this without: form')).toBeVisible();
  await expect(block.getByLabel('Height in pixels')).toBeHidden();
  await saved(page);
  expect(await source(page)).not.toContain('data-framed');
});

test('a frame is answered only to who knows its code', async ({ page, site }) => {
  const { createPost } = await import('../factories/posts');
  const { frameHashOf } = await import('@/lib/posts/rendering/framed-blocks');
  const { id } = await createPost({ bodyHtml: '<div data-framed="400"><pre>&lt;b&gt;x&lt;/b&gt;</pre></div>' });
  const ask = (hash: string) => page.request.get(`${site.url}/_s/b/${id}/${hash}`);

  const answer = await ask(frameHashOf('<b>x</b>'));
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain('<b>x</b>');
  expect(answer.headers()['content-security-policy']).toMatch(/^sandbox allow-scripts (?!.*allow-same-origin)/);
  expect(answer.headers()['x-robots-tag']).toBe('noindex');
  expect((await ask(frameHashOf('<b>y</b>'))).status()).toBe(404);
});
