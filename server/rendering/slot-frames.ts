import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { env } from '@/lib/platform/env';
import { frameHostOf } from '@/lib/platform/frame-origin';
import { frameDocument } from '@/lib/slots/frame-document';
import { hasMacros, replaceMacros } from '@/lib/slots/macros';
import { findFramedCode } from '@/lib/posts/listing/framed-code';
import { translatorOf } from '@/lib/i18n/translator';
import { findFrameCode, findInPageCode } from '@/lib/slots/queries';
import { countReport } from '@/lib/slots/reports';
import { findSiteCode } from '@/lib/site-code/queries';
import { findTestFrame } from '@/lib/slots/testing/code-tests';
import { executionOf } from '@/lib/slots/networks/recognition';
import { readSettings } from '@/lib/settings/queries';
import { AppError } from '@/lib/platform/errors';
import { PAGE_EVENTS } from '@/server/http/body-limits';
import { CLIENT_HEADER } from '@/server/http/client-address';
import { liveScript } from './live-thread';
import type { LoadedScript } from './loaded-script';
import { slotCosts } from './slot-health';
import { slotReport } from './slot-reporting';

const versionAddress = /^\/_s\/([fc])\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{16})$/;
/** Code on the test page, saved or not. */
const testAddress = /^\/_s\/f\/test-([0-9a-f]{32})$/;
/** HTML of a post that runs in a frame. */
const framedAddress = /^\/_s\/b\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9a-f]{32})$/;
const scripts: readonly LoadedScript[] = [liveScript, slotCosts, slotReport];
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Serves pasted code under a policy that isolates it from the site. */
export async function serveSlotFrame(request: IncomingMessage, response: ServerResponse, pathname: string) {
  if (pathname === PAGE_EVENTS && request.method === 'POST') return receiveReport(request, response);
  const script = scripts.find(({ address }) => address === pathname);
  if (script) return serveScript(response, script);
  const [, kind, id = '', hash = ''] = versionAddress.exec(pathname) ?? [];
  if (kind === 'c') {
    const ofSite = await findSiteCode(id, hash);
    if (ofSite !== null) return sendCode(response, { code: ofSite, once: [], isPageWide: false }, FOR_EVER);
    return serveInPageCode(response, await findInPageCode(id, hash));
  }
  const [, postId, codeHash = ''] = framedAddress.exec(pathname) ?? [];
  if (postId) return serveFramed(response, await findFramedCode(postId, codeHash));
  const testId = testAddress.exec(pathname)?.[1];
  if (testId) return serveFrame(request, response, { id: testId, found: await findTestFrame(testId), isTest: true });
  return serveFrame(request, response, {
    id,
    found: kind === 'f' ? await findFrameCode(id, hash) : null,
    isTest: false,
  });
}

async function serveFramed(response: ServerResponse, code: string | null) {
  if (code === null) return respondNotFound(response);
  const { language } = await readSettings();
  sendFrame(response, { code, language, title: translatorOf(language)('body.frame') });
}

type Served = { id: string; found: Awaited<ReturnType<typeof findFrameCode>>; isTest: boolean };

async function serveFrame(request: IncomingMessage, response: ServerResponse, { id, found, isTest }: Served) {
  const { adsFrameOrigin, siteUrl } = env();
  // The server has made sure of the host (server/http/frame-host.ts): on the site's own, code never has an origin.
  const frames = adsFrameOrigin && frameHostOf(adsFrameOrigin, request.headers.host ?? '');
  const isApart = frames ? found?.isolation === 'isolated-origin' && (frames.id ?? id) === id : false;
  if (!found || (frames && !isApart)) return respondNotFound(response);
  sendFrame(response, {
    code: found.code,
    language: (await readSettings()).language,
    title: found.label || 'Advertisement',
    framedBy: isApart ? siteUrl : null,
    isTest,
  });
}

function sendFrame(response: ServerResponse, content: Parameters<typeof frameDocument>[0]) {
  // The policy has frame-ancestors; a sandboxed document with an opener policy would not load.
  response.removeHeader('X-Frame-Options');
  response.removeHeader('Cross-Origin-Opener-Policy');
  const { headers, body } = frameDocument(content, freshNumber());
  response.writeHead(200, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

// As data: it runs where a page's own script takes it from here, and nowhere else.
function serveInPageCode(response: ServerResponse, code: string | null) {
  if (code === null) return respondNotFound(response);
  const { once, isPageWide } = executionOf(code);
  const caching = hasMacros(code) ? 'private, no-store' : FOR_EVER;
  sendCode(response, { code: replaceMacros(code, freshNumber()), once, isPageWide }, caching);
}

function sendCode(
  response: ServerResponse,
  code: { code: string; once: string[]; isPageWide: boolean },
  caching: string,
) {
  const body = JSON.stringify(code);
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Cache-Control': caching,
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}

function serveScript(response: ServerResponse, { text: script }: LoadedScript) {
  response.writeHead(200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': FOR_EVER,
    'Content-Length': Buffer.byteLength(script),
  });
  response.end(script);
}

function respondNotFound(response: ServerResponse) {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end('Not found.\n');
}

function freshNumber() {
  return String(randomInt(1_000_000_000, 10_000_000_000));
}

async function receiveReport(request: IncomingMessage, response: ServerResponse) {
  const end = (status: number) => void response.writeHead(status, { 'Cache-Control': 'no-store' }).end();
  try {
    const client = request.headers[CLIENT_HEADER]?.toString() ?? '';
    end((await countReport(await text(request), client)) ? 204 : 400);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    end(error.status);
  }
}
