import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startProduct, until } from '../setup/product';
import { startTinyServer } from './tiny-server';
import { send } from './write-then-read';

test('300 writes, each read at once over another connection by whichever worker: none is stale', async () => {
  const { url } = await startTinyServer();
  const { stale, workers } = await writeThenRead(url, 300);

  expect(stale).toBe(0);
  expect(workers).toBe(2);
});

test('workers without a bus, as the control, do serve stale pages', async () => {
  const { url } = await startTinyServer({ CONTROL: 'unjoined' });
  const { stale } = await writeThenRead(url, 60);

  expect(stale).toBeGreaterThan(0);
});

test('a worker that dies is replaced, and nothing stale comes back with it', async () => {
  const { url } = await startTinyServer();
  await send(url, 'POST', 'before');
  const { worker } = await send(url, 'GET');
  process.kill(Number(worker), 'SIGKILL');
  await send(url, 'POST', 'after');
  const seen = new Set<string>();
  await until(async () => {
    const answer = await send(url, 'GET').catch(() => null);
    if (answer?.status !== 200) return false;
    seen.add(answer.worker);
    expect(answer.body).toBe('after');
    return seen.size === 2;
  });

  expect(seen).not.toContain(worker);
});

test('a worker that stands still is replaced within seconds, also when nothing goes stale meanwhile', async () => {
  const { url, stderr } = await startTinyServer();
  const { worker } = await send(url, 'GET');
  const answering = parentOf(Number(worker));
  process.kill(answering, 'SIGSTOP');

  await until(() => !existsSync(`/proc/${answering}`));
  expect(stderr()).toContain('"event":"worker_unresponsive"');
  const seen = new Set<string>();
  await until(async () => {
    const answer = await send(url, 'GET').catch(() => null);
    if (answer?.status === 200) seen.add(answer.worker);
    return seen.size === 2;
  });
  expect(seen).not.toContain(worker);
});

test('the product itself runs on several workers and stops them without dropping a request', async () => {
  const product = await startProduct({ WORKERS: '2' });
  expect(product.stdout()).toContain('Serving with 2 workers.');
  await Promise.all(Array.from({ length: 20 }, () => status(product.url)));
  const requests = await Promise.all(Array.from({ length: 40 }, () => beginRequest(product.url)));
  // Connections are taken in order: a worker that answers these has those of before.
  await Promise.all(Array.from({ length: 20 }, () => status(product.url)));
  product.process.kill('SIGTERM');
  await until(() =>
    status(`${product.url}/readyz`).then(
      (code) => code === 503,
      () => true,
    ),
  );

  expect(new Set(await Promise.all(requests.map((finish) => finish())))).toEqual(new Set([200]));
  expect(await product.ended).toBe(0);
});

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

/** Sends the first half of a request. Sending the other half answers with the status. */
async function beginRequest(url: string) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  const ended = once(socket, 'close');
  await new Promise((resolve) => socket.write(`GET / HTTP/1.1\r\nHost: ${hostname}:${port}\r\n`, resolve));
  return async () => {
    socket.write('Connection: close\r\n\r\n');
    await ended;
    return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
  };
}

async function status(url: string) {
  return (await fetch(url)).status;
}

function parentOf(pid: number) {
  return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
