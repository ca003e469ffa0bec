import type { IncomingMessage, ServerResponse } from 'node:http';
import { caches, type RenderContext } from '@/lib/caching/process-caches';
import { env } from '@/lib/env';
import { AnswerAborted, capture, type CapturedAnswer } from './capture';
import { publicPolicy } from './content-security-policy';
import { acceptedEncoding, isNotModified } from './negotiation';
import { encodedBody, findPage, keepPage, makePage, type CachedPage } from './page-cache';

export type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const inFlight = new Map<string, Promise<CachedPage>>();
const dropped = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'etag',
  'date',
  'vary',
  'cache-control',
  'x-nextjs-cache',
  'x-nextjs-prerender',
  'x-nextjs-stale-time',
  'link',
]);

/** Answers from memory if a fresh page is kept for this address, and says whether it did. */
export function serveKeptPage(request: IncomingMessage, response: ServerResponse, key: string) {
  const page = findPage(key);
  if (page) sendPage(request, response, page);
  return page !== null;
}

/** Renders a public address, once for everybody who is waiting for it, and keeps what may be kept. */
export async function servePublicPage(request: IncomingMessage, response: ServerResponse, key: string, render: Render) {
  sendPage(request, response, await renderOnce(request, response, key, render));
}

/** Answers with what is rendered now and keeps nothing: forms posted without JavaScript, addresses with a query. */
export async function serveFresh(request: IncomingMessage, response: ServerResponse, render: Render) {
  const { answer } = await renderAndCapture(request, response, render);
  const isHtml = answer.headers['content-type']?.startsWith('text/html');
  clearHeaders(response);
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) if (!isFraming(name)) response.setHeader(name, value);
  if (answer.cookies.length > 0) response.setHeader('Set-Cookie', answer.cookies);
  if (isHtml) response.setHeader('Content-Security-Policy', policyOf(answer));
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('Content-Length', answer.body.byteLength);
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

async function renderOnce(
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
  render: Render,
): Promise<CachedPage> {
  const waitingFor = inFlight.get(key);
  if (waitingFor) {
    const page = await waitingFor.catch((error: unknown) => {
      if (error instanceof AnswerAborted) return null;
      throw error;
    });
    // Whoever asks after a change must not be given what was begun before it.
    if (page && !caches.clock.isStale(page.tags, page.startedAt)) return page;
    return findPage(key) ?? renderOnce(request, response, key, render);
  }
  const rendering = renderPage(request, response, key, render);
  inFlight.set(key, rendering);
  try {
    return await rendering;
  } finally {
    if (inFlight.get(key) === rendering) inFlight.delete(key);
  }
}

async function renderPage(request: IncomingMessage, response: ServerResponse, key: string, render: Render) {
  const { answer, context } = await renderAndCapture(request, response, render);
  const kept = Object.entries(answer.headers).filter(([name]) => !dropped.has(name));
  const page = makePage({
    status: answer.status,
    headers: Object.fromEntries(kept),
    body: answer.body,
    tags: [...context.tags],
    startedAt: context.startedAt,
    expiresAt: context.expiresAt,
  });
  if (page.headers['content-type']?.startsWith('text/html')) page.headers['content-security-policy'] = policyOf(answer);
  if (mayBeKept(answer)) keepPage(key, page);
  return page;
}

async function renderAndCapture(request: IncomingMessage, response: ServerResponse, render: Render) {
  const context: RenderContext = { tags: new Set(), expiresAt: Infinity, startedAt: caches.clock.now };
  const { method } = request;
  if (method === 'HEAD') request.method = 'GET';
  delete request.headers['accept-encoding'];
  const answer = await caches.rendering.run(context, () => capture(response, () => render(request, response)));
  if (method) request.method = method;
  return { answer, context };
}

// Next says of every page whether it is static; what set a cookie was made for one reader, whatever else it says.
function mayBeKept(answer: CapturedAnswer) {
  if (process.env.NODE_ENV !== 'production' || answer.cookies.length > 0) return false;
  if (![200, 301, 308, 404, 410].includes(answer.status)) return false;
  return !/no-store|private/.test(answer.headers['cache-control'] ?? 'private');
}

function sendPage(request: IncomingMessage, response: ServerResponse, page: CachedPage) {
  clearHeaders(response);
  const encoding = isCompressible(page) ? acceptedEncoding(request) : 'identity';
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  response.setHeader('ETag', page.etag);
  response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
  response.setHeader('Vary', 'Accept-Encoding');
  if (page.status === 200 && isNotModified(request, page.etag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const body = encodedBody(page, encoding);
  response.statusCode = page.status;
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body.byteLength);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function policyOf(answer: CapturedAnswer) {
  return publicPolicy(answer.body.toString('utf8'), { frameOrigin: env().adsFrameOrigin });
}

function isCompressible(page: CachedPage) {
  return (
    page.bodies.identity.byteLength > 512 &&
    /^(text\/|application\/(json|xml|feed\+json|atom\+xml|rss\+xml|javascript|manifest\+json))|\+xml|\+json/.test(
      page.headers['content-type'] ?? '',
    )
  );
}

function isFraming(name: string) {
  return ['connection', 'keep-alive', 'transfer-encoding', 'content-length'].includes(name);
}

// The renderer left its own headers on the response; the security headers that were set before it are kept.
function clearHeaders(response: ServerResponse) {
  for (const name of response.getHeaderNames())
    if (!/^(x-|referrer|cross-|permissions|strict)/.test(name)) response.removeHeader(name);
  for (const name of ['x-nextjs-cache', 'x-nextjs-prerender', 'x-nextjs-stale-time']) response.removeHeader(name);
}
