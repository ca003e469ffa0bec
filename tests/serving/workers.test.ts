import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { launchProduct, startProduct, until } from '../setup/product';

const site = ['--conditions=react-server', '--import', 'tsx', 'tests/serving/notebook-site.ts'];

test('300 writes, each read at once over another connection by whichever worker: none is stale', async () => {
  const { url } = await startNotebook();
  const { stale, workers } = await writeThenRead(url, 300);

  expect(stale).toBe(0);
  expect(workers).toBe(2);
});

test('workers that do not hear of each other, as the control, do serve what is stale', async () => {
  const { url } = await startNotebook({ CONTROL: 'unjoined' });
  const { stale } = await writeThenRead(url, 60);

  expect(stale).toBeGreaterThan(0);
});

test('a worker that dies is replaced, and nothing stale comes back with it', async () => {
  const { url } = await startNotebook();
  await send(url, 'POST', 'before');
  const { worker } = await send(url, 'GET');
  process.kill(Number(worker), 'SIGKILL');
  await send(url, 'POST', 'after');
  const seen = new Set<string>();
  await until(async () => {
    const answer = await send(url, 'GET').catch(() => null);
    if (answer) seen.add(answer.worker);
    expect(answer?.body ?? 'after').toBe('after');
    return seen.size === 2;
  });

  expect(seen).not.toContain(worker);
});

test('the product itself runs on several workers and stops them without dropping a request', async () => {
  const product = await startProduct({ WORKERS: '2' });
  expect(product.stdout()).toContain('Serving with 2 workers.');
  await Promise.all(Array.from({ length: 20 }, () => status(product.url)));
  const answers = Array.from({ length: 40 }, (_, i) => wait(i * 3).then(() => status(product.url)));
  await wait(120);
  product.process.kill('SIGTERM');

  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
  expect(await product.ended).toBe(0);
});

async function startNotebook(environment: Record<string, string> = {}) {
  const port = await freePort();
  const running = launchProduct({ PORT: String(port), ...environment }, site);
  await until(() => running.url !== '' || running.process.exitCode !== null);
  expect(running.stderr()).toBe('');
  return running;
}

async function writeThenRead(url: string, pairs: number) {
  const workers = new Set<string>();
  let stale = 0;
  for (let i = 0; i < pairs; i += 1) {
    workers.add((await send(url, 'POST', `text ${i}`)).worker);
    const answers = await Promise.all([send(url, 'GET'), send(url, 'GET')]);
    for (const { body } of answers) if (body !== `text ${i}`) stale += 1;
  }
  return { stale, workers: workers.size };
}

/** One request on a connection of its own. */
function send(url: string, method: string, body?: string) {
  return new Promise<{ body: string; worker: string }>((resolve, reject) => {
    const sending = request(url, { method, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => resolve({ body: text, worker: String(response.headers['x-worker']) }));
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

async function status(url: string) {
  return (await fetch(url)).status;
}

function freePort() {
  return new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
