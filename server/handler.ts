import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { canonicalPath } from '@/lib/canonical-path';
import { log } from '@/lib/log';
import { AnswerAborted } from './capture';
import { CLIENT_HEADER, clientAddressOf } from './client-address';
import { privatePolicy } from './content-security-policy';
import { answerHealth } from './health';
import { serveFresh, serveKeptPage, servePublicPage, type Render } from './public-pages';
import { findMove } from './moves';
import { isPublicAddress } from './routes';
import { setSecurityHeaders } from './security-headers';
import { serveUpload } from './uploads';

/** Headers by which Next trusts its own callers; a stranger's are dropped before anything reads them. */
const internalHeaders =
  /^(x-middleware-|x-nextjs-|x-next-|x-invoke-|x-matched-path|next-resume|x-prerender-revalidate|content-security-policy)/;

export type HandlerOptions = { render: Render; isDevelopment: boolean };

/** The whole of the HTTP side: one function per request, which never throws. */
export function createHandler({ render, isDevelopment }: HandlerOptions) {
  return async function handle(request: IncomingMessage, response: ServerResponse) {
    try {
      dropInternalHeaders(request);
      request.headers[CLIENT_HEADER] = clientAddressOf(request);
      setSecurityHeaders(response);
      await answer(request, response);
    } catch (error) {
      if (error instanceof AnswerAborted) return;
      log.error({ event: 'request_failed', url: request.url?.split('?')[0], error }, 'request failed');
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Something went wrong on our side. Please try again in a moment.\n');
    }
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { pathname } = url;
    if (await answerHealth(pathname, response)) return;
    if (pathname.startsWith('/uploads/')) return serveUpload(request, response, pathname);
    if (pathname.startsWith('/_next/')) return render(request, response);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const isPublic = isPublicAddress(pathname);
    const isCacheable = isPublic && isReading && !request.headers.rsc && !url.search;
    if (isCacheable && serveKeptPage(request, response, pathname)) return;
    if (isReading && (await redirectMoved(response, url))) return;
    if (!isPublic) return servePrivate(request, response);
    if (!isCacheable) return serveFresh(request, response, render);
    delete request.headers.cookie;
    return servePublicPage(request, response, pathname, render);
  }

  async function servePrivate(request: IncomingMessage, response: ServerResponse) {
    const nonce = randomBytes(16).toString('base64');
    const policy = privatePolicy(nonce, isDevelopment);
    // Next finds the nonce for its scripts in the request's policy header.
    request.headers['content-security-policy'] = policy;
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Robots-Tag', 'noindex');
    await render(request, response);
  }
}

async function redirectMoved(response: ServerResponse, url: URL) {
  const move = await findMove(url, canonicalPath(url.pathname));
  if (!move) return false;
  if (move.status === 410) {
    response.writeHead(410, { 'Content-Type': 'text/plain; charset=utf-8' }).end('This page was removed for good.\n');
    return true;
  }
  response.writeHead(move.status, { Location: move.to, 'Cache-Control': 'public, max-age=0, must-revalidate' }).end();
  return true;
}

function dropInternalHeaders(request: IncomingMessage) {
  for (const name of Object.keys(request.headers)) if (internalHeaders.test(name)) delete request.headers[name];
}
