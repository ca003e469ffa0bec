import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The servers of an analytics provider: a script, and what it was told. */
export type FakeAnalytics = { url: string; loads: () => number; told: string[]; close: () => Promise<void> };

const script = `(() => {
  const { src, dataset } = document.currentScript;
  fetch(new URL('/api/event', src), { method: 'POST', body: JSON.stringify([dataset.domain, location.pathname]) });
})();`;

/** Stands in for Plausible: /js/script.js sends one event for each page that runs it. */
export async function startFakeAnalytics(): Promise<FakeAnalytics> {
  const told: string[] = [];
  let loads = 0;
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.method !== 'POST') {
      loads += 1;
      response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' }).end(script);
      return;
    }
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      told.push(body);
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, loads: () => loads, told, close };
}
