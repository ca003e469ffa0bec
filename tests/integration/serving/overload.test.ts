import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { RequestQueue, queues, Overloaded } from '@/server/http/request-queues';
import { createHttpServer } from '@/server/http/http-server';
import { refuseRequest } from '@/server/http/refusals';
import { BodyRejected, withWholeBody } from '@/server/http/request-body';
import { sendStatic, serveApplication } from './application';

const quick = { head: 300, whole: 600, idle: 300, silent: 600, connections: 8 };

test('beyond the queue limit, requests for uncached pages are rejected; cached pages continue', async () => {
  const going: (() => void)[] = [];
  let isOpen = false;
  const { ask } = await serveApplication(async (request, response) => {
    if (request.url?.startsWith('/slow')) await new Promise<void>((go) => (isOpen ? go() : going.push(go)));
    sendStatic(response, request.url ?? '');
  });
  const stored = `/kept-${newId()}`;
  await ask(stored);
  const answers = Array.from({ length: 200 }, (_, i) => ask(`/slow-${i}-${newId()}`));
  // Everything that was rejected, so that no request is still on its way when capacity is free again.
  await expect.poll(() => queues.pages.counts.refused, { timeout: 10_000 }).toBeGreaterThanOrEqual(70);

  expect(await ask(stored)).toMatchObject({ status: 200, body: stored });
  expect(queues.pages.counts).toMatchObject({ running: 2, waiting: 128 });
  isOpen = true;
  for (const go of going) go();
  const settled = await Promise.all(answers);
  const refused = settled.filter(({ status }) => status === 503);
  // On a slow machine some have waited for too long as well.
  expect(refused.length).toBeGreaterThanOrEqual(70);
  expect(settled.filter(({ status }) => status === 200)).toHaveLength(200 - refused.length);
  expect(refused[0]).toMatchObject({
    headers: { 'retry-after': '5', 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' },
  });
  expect(refused[0]?.body).toContain('The site is very busy at the moment.');
  expect((await ask(`/after-${newId()}`)).status).toBe(200);
  expect(queues.pages.counts).toMatchObject({ running: 0, waiting: 0 });
});

test('a flood of pages leaves capacity for forms', async () => {
  const going: (() => void)[] = [];
  let isOpen = false;
  const { ask } = await serveApplication(async (request, response) => {
    if (request.method === 'GET') await new Promise<void>((go) => (isOpen ? go() : going.push(go)));
    sendStatic(response, 'written');
  });
  const reading = Array.from({ length: 20 }, () => ask(`/${newId()}`));
  await expect.poll(() => queues.pages.counts.running, { timeout: 10_000 }).toBe(2);

  expect(await ask('/a-form', { method: 'POST' })).toMatchObject({ status: 200, body: 'written' });
  isOpen = true;
  for (const go of going) go();
  await Promise.all(reading);
});

test('slow bodies that are no forms do not delay readers', async () => {
  const { ask, port } = await serveApplication(async (request, response) => {
    for await (const _ of request);
    sendStatic(response, `${request.method} ${request.headers['content-length'] ?? 'nothing'}`);
  });
  const path = `/${newId()}`;
  const slow = connect(port, '127.0.0.1');
  onTestFinished(() => void slow.destroy());
  slow.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf`);
  const answered = new Promise<string>((resolve) => slow.once('data', (data) => resolve(String(data))));

  expect(await ask(path)).toMatchObject({ status: 200, body: 'GET nothing' });
  expect(await answered).toMatch(/^HTTP\/1\.1 200 /);
});

test('one client takes a part of the capacity, and waiting too long gets an error', async () => {
  const queue = new RequestQueue({ concurrency: 1, waiting: 10, timeoutMs: 30 });
  let finish = () => {};
  const first = queue.run('a', () => new Promise<void>((resolve) => (finish = resolve)));
  const second = queue.run('a', async () => {});
  await expect(queue.run('a', async () => {})).rejects.toThrow(Overloaded);
  await expect(second).rejects.toThrow(Overloaded);
  const other = queue.run('b', async () => 'done');
  finish();
  await first;

  expect(await other).toBe('done');
  expect(await queue.run('a', async () => 'again')).toBe('again');
});

test.each(Object.entries(queues))(
  'in the queue of %s one client never has more than a quarter',
  async (name, queue) => {
    const { concurrency, waiting } = queue.capacity;
    const going: (() => void)[] = [];
    const wait = () => new Promise<void>((go) => going.push(go));
    const refusals: unknown[] = [];
    const one = Array.from({ length: concurrency + waiting }, () =>
      queue.run('one', wait).catch((error: unknown) => refusals.push(error)),
    );
    const share = Math.floor((concurrency + waiting) / 4);
    await expect.poll(() => refusals.length).toBe(concurrency + waiting - share);

    expect(queue.counts.running).toBe(Math.max(1, concurrency / 4));
    expect(await queue.run(name === 'pages' ? null : 'another', async () => 'served')).toBe('served');
    while (queue.counts.running > 0) {
      going.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(one);
    expect(queue.counts).toMatchObject({ running: 0, waiting: 0 });
  },
);

test('a body occupies no capacity while it arrives, and is cut off when it is too slow', async () => {
  const pace = { slowest: 500, headStart: 200, lookEvery: 20 };
  const bounds = { bytes: 1_000, fields: 10, within: 500 };
  const taken: number[] = [];
  const { port } = await listening(
    createHttpServer(false).on('request', (request, response) => {
      withWholeBody(request, { bounds, client: 'one', pace }, async (body) => taken.push(body.byteLength)).then(
        () => response.end('taken'),
        (error: unknown) =>
          error instanceof BodyRejected ? refuseRequest(request, response, error.refusal) : response.destroy(),
      );
    }),
  );
  const head = (length: string) => `POST / HTTP/1.1\r\nHost: x\r\n${length}\r\nConnection: close\r\n\r\n`;
  const chunked = `3e9\r\n${'w'.repeat(1_001)}\r\n0\r\n\r\n`;

  expect(await sent(port, [head('Content-Length: 900'), 'w'.repeat(900)])).toMatch(/ 200 [\s\S]*taken$/);
  expect(await sent(port, [head('Content-Length: 900'), 'half'])).toMatch(/ 408 [\s\S]*took too long/);
  expect(await sent(port, [head('Content-Length: 1001'), 'w'.repeat(1_001)])).toMatch(/ 413 [\s\S]*too much/);
  expect(await sent(port, [head('Transfer-Encoding: chunked'), chunked])).toMatch(/ 413 [\s\S]*too much/);
  expect(await sent(port, [head('Transfer-Encoding: chunked'), '4\r\nhalf\r\n'])).toMatch(/ 408 /);
  const gone = connect(port, '127.0.0.1', () => gone.write(head('Content-Length: 900'), () => gone.destroy()));
  await new Promise((resolve) => gone.once('close', resolve));
  expect(await sent(port, [head('Content-Length: 5'), 'words'])).toMatch(/ 200 /);
  expect(taken).toEqual([900, 5]);
  // In one packet.
  expect(await sent(port, [`${head('Content-Length: 5')}words`])).toMatch(/ 200 /);
  expect(await sent(port, [head('Content-Length: 0')])).toMatch(/ 200 /);
  expect(await sent(port, [`${head('Content-Length: 1001')}${'w'.repeat(1_001)}`])).toMatch(/ 413 [\s\S]*too much/);
  expect(await sent(port, [`${head('Transfer-Encoding: chunked')}${chunked}`])).toMatch(/ 413 [\s\S]*too much/);
  expect(taken).toEqual([900, 5, 5, 0]);
});

test('connections that say nothing, say half, or never read are ended', async () => {
  const server = createHttpServer(false, quick);
  server.on('request', (_, response) => response.end(Buffer.alloc(50_000_000)));
  const { port } = await listening(server);
  const ended = (first: string, options: { reads: boolean }) =>
    new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(first));
      if (!options.reads) socket.pause();
      socket.on('error', () => {});
      if (options.reads) socket.resume();
      socket.on('close', () => resolve('ended'));
    });

  expect(await ended('', { reads: true })).toBe('ended');
  expect(await ended('GET / HTTP/1.1\r\nHo', { reads: true })).toBe('ended');
  expect(await ended('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf', { reads: true })).toBe('ended');
  // A reader who never takes a byte notices nothing; the server has let go of them.
  const silent = connect(port, '127.0.0.1', () => silent.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
  silent.pause();
  silent.on('error', () => {});
  onTestFinished(() => void silent.destroy());
  await expect.poll(() => connections(server), { timeout: 5_000 }).toBe(0);
});

test('an import may take its time to arrive, until it is answered; then it is ended like all others', async () => {
  const server = createHttpServer(false, { ...quick, silent: 60_000 });
  const seen: string[] = [];
  server.on('request', (request, response) => {
    request.on('data', (chunk: Buffer) => {
      seen.push(String(chunk));
      if (String(chunk) === 'refuse') response.end('refused');
    });
  });
  const { port } = await listening(server);
  const socket = connect(port, '127.0.0.1', () =>
    socket.write('POST /admin/import/upload?x HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nslowly'),
  );
  socket.on('error', () => {});
  const closed = new Promise<number>((resolve) => socket.resume().on('close', () => resolve(performance.now())));
  onTestFinished(() => void socket.destroy());
  const other = connect(port, '127.0.0.1', () =>
    other.write('POST /admin/import HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nslowly'),
  );
  other.on('error', () => {});
  await new Promise((resolve) => other.resume().on('close', resolve));
  expect(socket.destroyed).toBe(false);

  socket.write('refuse');
  const answered = performance.now();
  expect((await closed) - answered).toBeGreaterThan(quick.whole / 2);
  expect(seen).toEqual(['slowly', 'slowly', 'refuse']);
});

test('more connections than a machine has room for are turned away, and the others served', async () => {
  const server = createHttpServer(false, { ...quick, idle: 60_000, head: 60_000, whole: 60_000, silent: 60_000 });
  server.on('request', (_, response) => response.end('here'));
  const { port } = await listening(server);
  const sockets = Array.from({ length: 20 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  const turnedAway = new Set<number>();
  sockets.forEach((socket, i) => socket.resume().on('close', () => turnedAway.add(i)));
  await expect.poll(() => turnedAway.size).toBe(12);

  expect(await connections(server)).toBe(8);
});

function sent(port: number, pieces: string[]) {
  return new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => pieces.forEach((piece) => socket.write(piece)));
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

async function listening(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return server.address() as AddressInfo;
}

function connections(server: Server) {
  return new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
}
