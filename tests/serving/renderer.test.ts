import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { familyOf, startProduct, temporaryFolder, until } from '../setup/product';
import { ask, repeat } from './request';
import { startTinyServer } from './tiny-server';
import { send } from './write-then-read';

test('a page that never finishes delays no cached page, and is ended when something becomes stale', async () => {
  const { url } = await startTinyServer();
  await send(`${url}/kept`, 'POST', 'first');
  await send(`${url}/endless`, 'POST', 'stuck');
  const workers = new Set<string>();
  await until(async () => workers.add((await send(`${url}/kept`, 'GET')).worker).size === 2);
  const endless = send(`${url}/endless`, 'GET').catch(() => null);
  const stored = await Promise.all(Array.from({ length: 20 }, () => send(`${url}/kept`, 'GET')));
  expect(new Set(stored.map(({ body }) => body))).toEqual(new Set(['first']));
  expect(new Set(stored.map(({ worker }) => worker))).toEqual(workers);

  const writing = Array.from({ length: 4 }, () => send(`${url}/kept`, 'POST', 'second').catch(() => null));
  expect((await Promise.race(writing))?.status).toBe(303);
  const [seen, answers] = [new Set<string>(), new Set<string>()];
  await until(async () => {
    const { status, body, worker } = await send(`${url}/kept`, 'GET');
    if (status === 200) answers.add(body);
    return status === 200 && seen.add(worker).size === 2;
  });
  expect(answers).toEqual(new Set(['second']));
  expect([...seen].filter((worker) => workers.has(worker))).toHaveLength(1);
  await Promise.all([endless, ...writing]);
});

test('replaces a renderer that dies, and ends one whose server is gone', async () => {
  const folder = temporaryFolder();
  const product = await startProduct({ TMPDIR: folder, MEMORY: 'roomy' });
  const [answering = 0, rendering = 0] = familyOf(product.process.pid!);
  expect(savesMemory(rendering)).toBe(false);
  expect((await fetch(product.url)).status).toBe(200);
  process.kill(rendering, 'SIGKILL');
  const statuses = new Set<number>();
  const refusals = new Set<string>();
  await until(async () => {
    const { status, text } = await ask(product.url, '/search?q=harbour');
    statuses.add(status);
    if (status === 503) refusals.add(text);
    const [, successor = rendering] = familyOf(answering);
    return status === 200 && successor !== rendering;
  });
  expect(statuses).toEqual(new Set([503, 200]));
  expect(refusals.size).toBe(1);
  for (const text of refusals) {
    expect(text).toContain('<h1>This site is starting again.</h1>');
    expect(text).not.toContain('database');
  }
  const [, successor = 0] = familyOf(answering);

  process.kill(answering, 'SIGKILL');

  await until(() => !existsSync(`/proc/${successor}`));
  expect(readdirSync(folder)).toEqual([]);
});

test('replaces a frozen renderer within seconds, and asks waiting visitors to try again', async () => {
  const product = await startProduct({ MEMORY: 'small' });
  const [answering = 0, rendering = 0] = familyOf(product.process.pid!);
  expect(savesMemory(rendering)).toBe(true);
  process.kill(rendering, 'SIGSTOP');
  const began = performance.now();
  const page = ask(product.url, '/search?q=harbour');
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: product.url };
  const form = ask(product.url, '/signin', { method: 'POST', headers, body: 'email=somebody' });
  const [waited, sent] = [await page, await form];

  expect(performance.now() - began).toBeLessThan(9_000);
  expect([waited.status, sent.status]).toEqual([503, 503]);
  for (const { headers: got } of [waited, sent]) expect(Number(got['retry-after'])).toBeGreaterThan(0);
  expect(sent.text).toContain('What you sent may or may not have been saved.');
  await until(async () => (await ask(product.url, '/search?q=harbour')).status === 200);
  expect(familyOf(answering)[1]).not.toBe(rendering);
  expect(product.stderr()).toContain('"event":"renderer_unresponsive"');
});

// A loop counts against a renderer only for the processor time it is given, which on a loaded machine takes longer.
test('replaces a renderer in an endless loop, also when nothing goes stale meanwhile', async () => {
  const { url } = await startTinyServer({ WORKERS: '1' });
  await send(`${url}/endless`, 'POST', 'stuck');

  expect((await send(`${url}/endless`, 'GET')).status).toBe(503);
  await until(async () => (await send(`${url}/other`, 'GET')).status === 200);
});

test('readers who go away before they are answered leave no place taken', async () => {
  const { url } = await startProduct();
  const { hostname, port } = new URL(url);
  const leave = (head: string) =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname)
        .on('error', reject)
        .on('close', () => resolve());
      // Connections are taken in order: once another one has its answer, this one is being worked on.
      socket.write(`${head} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Length: 100\r\n\r\nhalf`, () =>
        send(`${url}/healthz`, 'GET').then(() => socket.destroy(), reject),
      );
    });
  await repeat(40, 8, (i) => leave(`GET /search?q=harbour-${i}`));
  await repeat(40, 8, (i) => leave(`POST /api/nothing-${i}`));

  await until(async () => {
    const { text } = await ask(url, '/metrics');
    const running = [...text.matchAll(/^masthead_(?:personal|writes)_(?:running|queued) (\d+)$/gm)];
    return running.length === 4 && running.every(([, count]) => count === '0');
  });
  // A busy machine may still be making what they asked for, and refuse meanwhile; a place kept for ever would refuse always.
  await expect.poll(async () => (await ask(url, '/search?q=harbour')).status, { interval: 50 }).toBe(200);
});

function savesMemory(pid: number) {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--optimize-for-size');
}
