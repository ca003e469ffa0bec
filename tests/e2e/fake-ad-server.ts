import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loaderAt } from './fake-networks';

/** The servers of an ad network: scripts, pixels and landing pages. */
export type FakeAdServer = { url: string; requests: string[]; close: () => Promise<void> };

const pixel = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

/** Serves the scripts of shape 12 (document.write within document.write), images and pages, and notes who asked. */
export async function startFakeAdServer(): Promise<FakeAdServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push(path);
    if (path.startsWith('/missing/')) {
      response.writeHead(404).end();
      return;
    }
    if (path.startsWith('/never/')) return;
    const [type, body] = answerTo(path);
    const headers = { 'Content-Type': type, 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' };
    response.writeHead(200, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, requests, close };
}

function answerTo(path: string): [string, string | Buffer] {
  const loader = loaderAt(path);
  if (loader !== null) return ['text/javascript', loader];
  if (path.startsWith('/outer.js')) {
    const inner = path.replace('outer', 'inner');
    return [
      'text/javascript',
      `document.write('<div id="written"><b>Outer</b>');document.write('<scr' + 'ipt src="${inner}"></scr' + 'ipt>');`.replace(
        'src="',
        `src="' + document.currentScript.src.replace(/\\/outer.*/, '') + '`,
      ),
    ];
  }
  if (path.startsWith('/inner.js')) return ['text/javascript', `document.write('<i>Inner</i></div>');`];
  if (path.endsWith('.gif')) return ['image/gif', pixel];
  return [
    'text/html; charset=utf-8',
    '<!doctype html><title>Advertiser</title><body style="margin:0"><p>The advertiser’s page</p>',
  ];
}
