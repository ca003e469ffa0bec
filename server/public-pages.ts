import type { IncomingMessage, ServerResponse } from 'node:http';
import { caches, type RenderContext } from '@/lib/caching/process-caches';
import { env } from '@/lib/env';
import { lanes } from './admission';
import { publicPolicy } from './content-security-policy';
import { timeRendering } from './measuring';
import { acceptedEncoding, isNotModified } from './negotiation';
import { clientOf } from './client-address';
import { atEndOfTurn } from './end-of-turn';
import { findPage, formOf, headersOf, keepPage, makePage, type CachedPage, type Form } from './page-cache';
import { readersRequest, renderWhole, scriptsRequest, type Answer, type Render } from './rendering';
import { securityHeaders } from './security-headers';
import { troubledPage } from './troubled-page';
import { inTurn } from './turns';
import { putToSleep } from './waking';

type Rendering = { answer: Answer; context: RenderContext };

const inFlight = new Map<string, Promise<CachedPage>>();
/** What Next's own scripts asked for and what has not begun yet: whoever asks for the same meanwhile may share it. */
const awaited = new Map<string, Promise<Rendering>>();
/** Written anew for each answer, or of no use to a reader. */
const framing = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);
const ofNext = /^(content-encoding|etag|date|vary|cache-control|link|x-nextjs-.*|x-powered-by)$/;

/**
 * Answers from memory if a fresh page is kept for exactly this address, and says whether it did. This is the way of
 * nearly every request: one look-up, one header that was put together before, one write.
 */
export function serveKeptPage(request: IncomingMessage, response: ServerResponse, key: string) {
  if ((request.method !== 'GET' && request.method !== 'HEAD') || request.headers.rsc) return false;
  const page = findPage(key);
  if (!page) return false;
  atEndOfTurn(() => sendPage(request, response, page));
  return true;
}

/** Renders a public address, once for everybody who is waiting for it, and keeps what may be kept. */
export async function servePublicPage(request: IncomingMessage, response: ServerResponse, key: string, render: Render) {
  sendPage(request, response, await renderOnce(key, render));
}

/**
 * Answers Next's own scripts, which ask for the page that an action leads to: with a rendering that begins after they
 * asked, because the write before it may not be announced yet.
 */
export async function serveFlight(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  render: Render,
) {
  const asked = scriptsRequest(request);
  const key = JSON.stringify([asked.url, asked.headers]);
  const rendering =
    awaited.get(key) ??
    lanes.pages
      .run(clientOf(request), () =>
        inTurn(pathname, () => {
          awaited.delete(key);
          return renderInContext(asked, render);
        }),
      )
      .finally(() => {
        if (awaited.get(key) === rendering) awaited.delete(key);
      });
  awaited.set(key, rendering);
  sendFresh(response, (await rendering).answer, { isHead: request.method === 'HEAD' });
}

/** Answers a form with what is rendered now, and keeps nothing. */
export async function serveFresh(request: IncomingMessage, response: ServerResponse, render: Render) {
  delete request.headers['accept-encoding'];
  const { answer, context } = await lanes.forms.run(clientOf(request), () => renderInContext(request, render));
  if (answer.status >= 500 && !request.headers['next-action']) {
    return sendPage(request, response, troubledPage(context.hasFailed ? 503 : 500));
  }
  sendFresh(response, answer);
}

function sendFresh(response: ServerResponse, answer: Answer, { isHead = false } = {}) {
  for (const [name, value] of Object.entries(headersOfAnswer(answer))) {
    response.setHeader(name, value);
  }
  for (const [name, value] of Object.entries(answer.headers)) {
    if (name.startsWith('x-nextjs-') || name === 'vary') response.setHeader(name, value);
  }
  if (answer.cookies.length > 0) response.setHeader('Set-Cookie', answer.cookies);
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('Content-Length', answer.body.byteLength);
  response.statusCode = answer.status;
  response.end(isHead ? undefined : answer.body);
}

/** Writes a finished page in the best form that the reader accepts, or tells them that theirs is still good. */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: CachedPage) {
  if (page.status === 200 && request.headers['if-none-match'] && isNotModified(request, page.etag)) {
    response.writeHead(304, headOfNotModified(page));
    response.end();
    return;
  }
  const write = ({ head, body }: Form) => {
    response.writeHead(page.status, head);
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const form = formOf(page, acceptedEncoding(request));
  if (form instanceof Promise) form.then(write).catch(() => response.destroy());
  else write(form);
}

async function renderOnce(key: string, render: Render): Promise<CachedPage> {
  const askedAt = caches.clock.now;
  for (;;) {
    const waitingFor = caches.lease.isValid() ? inFlight.get(key) : null;
    if (!waitingFor) return startRendering(key, render);
    const page = await waitingFor;
    // Whoever asks after a change must not be given what was begun before it.
    if (page.startedAt >= askedAt || !caches.clock.isStale(page.tags, page.startedAt)) return page;
    const kept = findPage(key);
    if (kept) return kept;
  }
}

function startRendering(key: string, render: Render) {
  const rendering = lanes.pages
    .run(null, () => timeRendering(() => renderPage(key, render)))
    .finally(() => {
      if (inFlight.get(key) === rendering) inFlight.delete(key);
    });
  inFlight.set(key, rendering);
  return rendering;
}

async function renderPage(key: string, render: Render): Promise<CachedPage> {
  const { answer, context } = await inTurn(key, () =>
    renderInContext(readersRequest(key), render, { finishedHtml: [] }),
  );
  if (answer.status >= 500) return { ...troubledPage(context.hasFailed ? 503 : 500), startedAt: context.startedAt };
  if (isHtml(answer)) answer.body = Buffer.from(putToSleep(answer.body.toString('utf8')));
  const mayStay = mayBeKept(answer);
  const page = makePage({
    key,
    status: answer.status,
    headers: {
      ...headersOfAnswer(answer),
      'cache-control': mayStay ? cachingOf(answer) : 'private, no-store',
    },
    body: answer.body,
    tags: [...context.tags],
    startedAt: context.startedAt,
    expiresAt: context.expiresAt,
  });
  if (mayStay) keepPage(page);
  return page;
}

async function renderInContext(
  request: IncomingMessage,
  render: Render,
  more: Partial<RenderContext> = {},
): Promise<Rendering> {
  const context: RenderContext = { tags: new Set(), expiresAt: Infinity, startedAt: caches.clock.now, ...more };
  const answer = await caches.rendering.run(context, () => renderWhole(request, render));
  if (context.isMissing && answer.status === 200) answer.status = 404;
  return { answer, context };
}

/** Ours and the application's, with the policy of exactly this page, unless the application brought one of its own. */
function headersOfAnswer(answer: Answer): Record<string, string> {
  const own = Object.fromEntries(
    Object.entries(answer.headers).filter(([name]) => !framing.has(name) && !ofNext.test(name)),
  );
  if (own['content-security-policy']) {
    // A frame for a slot says itself who may hold it (frame-ancestors), which the older header would overrule.
    const { 'x-frame-options': _, ...others } = securityHeaders();
    return { ...others, ...own };
  }
  if (!isHtml(answer)) return { ...securityHeaders(), ...own };
  const policy = publicPolicy(answer.body.toString('utf8'), { frameOrigin: env().adsFrameOrigin });
  return { ...securityHeaders(), ...own, 'content-security-policy': policy };
}

// What is named by its content may be held for ever; everything else is asked after each time, and answered with 304.
function cachingOf(answer: Answer) {
  const own = answer.headers['cache-control'] ?? '';
  return own.includes('immutable') ? own : 'public, max-age=0, must-revalidate';
}

// Next says of every page whether it is static; what set a cookie was made for one reader, whatever else it says. The
// page that says "not found" is the same for everybody, whichever way Next came to it.
function mayBeKept(answer: Answer) {
  if (process.env.NODE_ENV !== 'production' || answer.cookies.length > 0) return false;
  if (answer.status === 404) return isHtml(answer);
  if (![200, 301, 308, 410].includes(answer.status)) return false;
  return !/no-store|private/.test(answer.headers['cache-control'] ?? 'private');
}

function isHtml({ headers }: Answer) {
  return headers['content-type']?.startsWith('text/html') ?? false;
}

function headOfNotModified(page: CachedPage) {
  return Object.entries(headersOf(page)).flatMap(([name, value]) =>
    /^content-(type|length|encoding)$/i.test(name) ? [] : [name, value],
  );
}
