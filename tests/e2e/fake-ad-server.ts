import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { growth, loaderAt } from './fake-networks';

/**
 * How the servers behave: blocked answers 404, slow answers nothing until it behaves otherwise, failing sends scripts that
 * throw, empty ones that do nothing, and growing ones (and pictures) that need 2,000 px of height.
 */
export type Behaviour = 'usual' | 'blocked' | 'slow' | 'failing' | 'empty' | 'growing';
/** The servers of an ad network: scripts, pixels and landing pages. */
export type FakeAdServer = {
  url: string;
  requests: string[];
  behave: (behaviour: Behaviour) => void;
  close: () => Promise<void>;
};

const pixel = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

/** Serves the scripts of shape 12 (document.write within document.write), images and pages, and notes who asked. */
export async function startFakeAdServer(): Promise<FakeAdServer> {
  const requests: string[] = [];
  let behaviour: Behaviour = 'usual';
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push(path);
    const answer = () => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      if (path.startsWith('/missing/') || behaviour === 'blocked') return void response.writeHead(404).end();
      const [type, body] = answerTo(path, behaviour);
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
    };
    if (path.startsWith('/never/')) return;
    if (behaviour === 'slow') waiting.push(answer);
    else answer();
  });
  const behave = (next: Behaviour) => {
    behaviour = next;
    const late = next === 'slow' ? [] : waiting.splice(0);
    for (const answer of late) answer();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, requests, behave, close };
}

const scripts = { failing: 'throw new Error("the network is broken")', empty: '' };
const tall = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="2000"/>';

function answerTo(path: string, behaviour: Behaviour): [string, string | Buffer] {
  const script = scriptAt(path);
  if (script !== null) {
    if (behaviour === 'failing' || behaviour === 'empty') return ['text/javascript', scripts[behaviour]];
    return ['text/javascript', behaviour === 'growing' ? script + growth : script];
  }
  if (path.split('?')[0]?.endsWith('.gif'))
    return behaviour === 'growing' ? ['image/svg+xml', tall] : ['image/gif', pixel];
  return [
    'text/html; charset=utf-8',
    '<!doctype html><title>Advertiser</title><body style="margin:0"><p>The advertiser’s page</p>',
  ];
}

function scriptAt(path: string): string | null {
  const loader = loaderAt(path);
  if (loader !== null) return loader;
  if (path.startsWith('/outer.js')) {
    const inner = path.replace('outer', 'inner');
    return `document.write('<div id="written"><b>Outer</b>');document.write('<scr' + 'ipt src="${inner}"></scr' + 'ipt>');`.replace(
      'src="',
      `src="' + document.currentScript.src.replace(/\\/outer.*/, '') + '`,
    );
  }
  return path.startsWith('/inner.js') ? `document.write('<i>Inner</i></div>');` : null;
}
