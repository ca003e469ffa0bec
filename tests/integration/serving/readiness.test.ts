import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';

test('an instance whose database does not answer reports at once that it is not ready', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  process.env.DATABASE_URL = `postgresql://nobody@127.0.0.1:${(silent.address() as AddressInfo).port}/nothing`;
  const { isDatabaseReady } = await import('@/server/lifecycle/database-probe');
  const { respondHealth } = await import('@/server/lifecycle/health');
  const site = createHttpServer(
    (request, response) => void respondHealth(request.url ?? '', response, { isReady: isDatabaseReady }),
  ).listen(0);
  await once(site, 'listening');
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

  const began = performance.now();
  const ready = await fetch(`${url}/readyz`);
  const alive = await fetch(`${url}/healthz`);

  expect(ready.status).toBe(503);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(alive.status).toBe(200);
  site.close();
  sockets.forEach((socket) => socket.destroy());
  silent.close();
});
