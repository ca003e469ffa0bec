import { expect, test } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { sendStatic, serveApplication } from './application';

const fresh = () => `/page-${newId()}`;

test("requests of Next's own scripts never get cached pages", async () => {
  const { ask } = await serveApplication((request, response) =>
    sendStatic(response, request.headers.rsc ? 'flight' : 'page'),
  );
  const path = fresh();
  const flight = await ask(`${path}?_rsc=1`, { headers: { rsc: '1' } });
  expect(flight).toMatchObject({ body: 'flight', headers: { 'cache-control': 'private, no-store' } });
  expect((await ask(path)).body).toBe('page');
  expect((await ask(path, { headers: { rsc: '1' } })).body).toBe('flight');
});

test("who asks while an address is rendered gets what begins afterwards, one rendering for Next's own scripts together", async () => {
  const release: (() => void)[] = [];
  let stored = 'before';
  const { ask, arrived } = await serveApplication(async (request, response) => {
    const seen = stored;
    await new Promise<void>((resolve) => release.push(resolve));
    sendStatic(response, `${request.headers.rsc ? 'flight' : 'page'} ${seen}`);
  });
  const path = fresh();
  const askAsScript = () => ask(`${path}?_rsc=1`, { headers: { rsc: '1', cookie: `reader=${newId()}` } });
  const page = ask(path);
  await expect.poll(() => release.length).toBe(1);
  const scripts = [askAsScript(), askAsScript(), askAsScript()];
  await expect.poll(arrived).toBe(4);
  // Nothing of theirs may begin beside the page: it would with the next turn of the event loop.
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  expect(release.length).toBe(1);
  stored = 'afterwards';
  release[0]?.();
  expect((await page).body).toBe('page before');
  await expect.poll(() => release.length).toBe(2);
  const late = askAsScript();
  release[1]?.();
  for (const script of scripts) expect((await script).body).toBe('flight afterwards');
  await expect.poll(() => release.length).toBe(3);
  stored = 'later than all';
  release[2]?.();
  expect((await late).body).toBe('flight afterwards');
});

test('a rendering that fails leaves the next one its turn', async () => {
  let renderings = 0;
  const { ask } = await serveApplication((_, response) => {
    renderings += 1;
    if (renderings === 1) throw new Error('no');
    sendStatic(response, 'page');
  });
  const path = fresh();
  const [failed, page] = await Promise.all([ask(`${path}?_rsc=1`, { headers: { rsc: '1' } }), ask(path)]);
  expect(failed.status).toBe(500);
  expect(page.body).toBe('page');
});
