import { request as httpRequest } from 'node:http';
import { env } from '@/lib/platform/env';
import { startCodeTest } from '@/lib/slots/testing/code-tests';
import { bodyOf, codeDraft, fillSlot } from '../factories/slots';
import { createPost } from '../factories/posts';
import { expect, test } from './site';

// Browsers find every name below .localhost on this machine; one that is an address shares no cookies with it.
test.use({
  environment: { SITE_URL: 'http://127.0.0.1:{port}', ADS_FRAME_ORIGIN: 'http://*.frames.localhost:{port}' },
});

const tries = `<p id="report"></p><script>
  const attempt = (name, work) => { try { return name + '=' + work() } catch (error) { return name + '!' + error.name } };
  report.textContent = [
    attempt('origin', () => self.origin.replace(/[0-9a-f-]{36}[.]/, '')),
    attempt('parent', () => parent === self || parent.document.title),
    attempt('top', () => top === self || top.location.href),
  ].join(' ');
  fetch('/api/me', { credentials: 'include' }).then((answer) => { report.dataset.me = answer.status });
</script>`;

// A host name that this process need not resolve.
function ask(site: { url: string }, host: string, path: string) {
  const { port } = new URL(site.url);
  return new Promise<number>((resolve, reject) => {
    const asked = httpRequest({ host: '127.0.0.1', port, path, headers: { host: `${host}:${port}` } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
}

test('code of a second origin keeps what it stores there, and reaches neither the page nor the site', async ({
  page,
  context,
  site,
}) => {
  const { port } = new URL(site.url);
  Object.assign(env(), { adsFrameOrigin: `http://*.frames.localhost:${port}` });
  const post = await createPost(bodyOf(12));
  const { creativeId } = await fillSlot('below-title', codeDraft(tries, 'isolated-origin'));
  await site.refresh(['slots']);
  await site.signIn(context, 'owner');
  const frame = page.frameLocator('[data-slot="below-title"] iframe').locator('#report');
  await page.goto(`${site.url}/${post.slug}`);
  await expect(frame).toHaveText(`origin=http://frames.localhost:${port} parent!SecurityError top!SecurityError`);
  await expect(frame).toHaveAttribute('data-me', '404');

  const source = (await page.locator('[data-slot="below-title"] iframe').getAttribute('src')) ?? '';
  expect(source).toContain(`http://${creativeId}.frames.localhost:${port}/_s/f/`);
  const { pathname } = new URL(source);
  const own = `${creativeId}.frames.localhost`;
  expect(await ask(site, own, pathname)).toBe(200);
  expect(await ask(site, 'another.frames.localhost', pathname)).toBe(404);
  for (const path of [
    '/',
    `/${post.slug}`,
    '/signin',
    '/api/me',
    '/admin',
    '/icon.svg',
    '/healthz',
    '/_s/c/x',
    '/feed.xml',
  ])
    expect(await ask(site, own, path), path).toBe(404);
  const onSite = await page.request.get(`${site.url}${pathname}`);
  expect(onSite.headers()['content-security-policy']).not.toContain('allow-same-origin');
  const sandboxed = await fillSlot('footer', codeDraft('<b>closed</b>'));
  expect(await ask(site, `${sandboxed.creativeId}.frames.localhost`, pathname)).toBe(404);

  // A test of such code runs there as well, on a host of its own.
  const owner = await site.signIn(context, 'owner');
  const actor = { id: owner.id, name: owner.name, role: 'owner' as const, sessionId: '', emailVerified: true };
  const started = await startCodeTest(actor, { slotId: 'footer-slot', creative: codeDraft(tries, 'isolated-origin') });
  expect(await ask(site, `${started.id}.frames.localhost`, `/_s/f/test-${started.id}`)).toBe(200);
  expect(await ask(site, own, `/_s/f/test-${started.id}`)).toBe(404);
  await page.goto(`${site.url}/admin/slots/footer-slot/test/${started.id}`);
  await expect(page.getByText('in a frame on a second domain')).toBeVisible();
  const tested = page.frameLocator('iframe').first().locator('#report');
  await expect(tested).toHaveText(/^origin=http:.* parent!SecurityError top!SecurityError$/);

  // As a document of its own, where this browser blocks no storage of third parties.
  await page.goto(source);
  await page.evaluate(() => localStorage.setItem('seen', 'yes'));
  await page.reload();
  expect(await page.evaluate(() => localStorage.getItem('seen'))).toBe('yes');
  await page.goto(`${site.url}${pathname}`);
  expect(await page.evaluate(() => self.origin)).toBe('null');
});

test('code of a second origin has a storage until the page is left where the browser keeps it none', async ({
  page,
  site,
}) => {
  const { port } = new URL(site.url);
  Object.assign(env(), { adsFrameOrigin: `http://*.frames.localhost:${port}` });
  await page.addInitScript(() => {
    if (!location.hostname.endsWith('.frames.localhost')) return;
    const get = () => {
      throw new DOMException('It is blocked.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { configurable: true, get });
  });
  const stores = `<p id="report"></p><script>
    localStorage.setItem('seen', 'once');
    report.textContent = localStorage.getItem('seen');
  </script>`;
  await fillSlot('below-title', codeDraft(stores, 'isolated-origin'));
  const post = await createPost(bodyOf(12));
  await site.refresh(['slots']);
  await page.goto(`${site.url}/${post.slug}`);
  await expect(page.frameLocator('[data-slot="below-title"] iframe').locator('#report')).toHaveText('once');
});
