import type { IncomingMessage, ServerResponse } from 'node:http';
import { canonicalPath } from '@/lib/canonical-path';
import { log } from '@/lib/log';
import { requestId } from '@/lib/request-id';
import { lanes, Overloaded } from './admission';
import type { Application } from './application';
import { CLIENT_HEADER, clientAddressOf, clientOf, isTrustedPeer } from './client-address';
import { answerHealth } from './health';
import { countAnswer, countKept } from './measuring';
import { answerMetrics, mayMeasure } from './metrics';
import { redirectToCanonical, sendPage, serveFlight, serveFresh, serveKeptPage, servePublicPage } from './public-pages';
import { RendererAway, RenderingFailed } from './renderer';
import { isPublicAddress, parseTarget } from './routes';
import { comesFromElsewhere } from './same-origin';
import { setSecurityHeaders } from './security-headers';
import { requestIdOf } from './request-ids';
import { serveStaticFile } from './static-files';
import { troubledPage } from './troubled-page';
import { serveUpload } from './uploads';

/** Headers by which Next trusts its own callers; a stranger's are dropped before anything reads them. */
const internalHeaders =
  /^(x-middleware-|x-nextjs-|x-next-|x-invoke-|x-matched-path|next-resume|x-prerender-revalidate|content-security-policy)/;
const ofProxies = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-forwarded-for', 'forwarded'];

/** Longer than any title in any script gets when its address is written in percent signs. */
const LONGEST_PATH = 2_000;

export type HandlerOptions = { application: Application; isDevelopment: boolean };
type Target = { pathname: string; search: string };

/** The whole of the HTTP side: one function per request, which never throws. */
export function createHandler({ application, isDevelopment }: HandlerOptions) {
  return function handle(request: IncomingMessage, response: ServerResponse) {
    if (serveKeptPage(request, response, request.url ?? '/')) return countKept(response);
    const id = requestIdOf(request);
    response.setHeader('X-Request-Id', id);
    requestId.run(id, () => {
      answer(request, response).catch((error: unknown) => apologise(request, response, error));
    });
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    setSecurityHeaders(response);
    const target = parseTarget(request.url);
    countAnswer(response, target?.pathname ?? '/');
    if (!target) return refuse(response, 400, 'This address cannot be read.');
    if (target.pathname.length > LONGEST_PATH)
      return refuse(response, 414, 'There is no page with so long an address.');
    // From here on everybody, Next included, speaks of the same address.
    request.url = target.pathname + target.search;
    if (target.pathname === '/metrics') return answerMetrics(response, mayMeasure(request));
    cleanHeaders(request);
    if (await answerHealth(target.pathname, response, application)) return;
    if (isDevelopment || target.pathname.startsWith('/_n/')) return application.answer(request, response);
    if (target.pathname.startsWith('/uploads/')) return serveUpload(request, response, target.pathname);
    if (target.pathname.startsWith('/_next/')) return serveStaticFile(request, response, target.pathname);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    return isReading ? answerReading(request, response, target) : answerWriting(request, response, target);
  }

  async function answerReading(request: IncomingMessage, response: ServerResponse, target: Target) {
    const canonical = canonicalPath(target.pathname);
    if (isPublicAddress(target.pathname) && isPublicAddress(canonical)) {
      if (request.headers.rsc) return serveFlight(request, response, target.pathname, application);
      return servePublicPage(request, response, { ...target, canonical }, application);
    }
    if (canonical === target.pathname) return servePrivate(request, response);
    redirectToCanonical(response, canonical + target.search);
  }

  async function answerWriting(request: IncomingMessage, response: ServerResponse, { pathname }: Target) {
    if (comesFromElsewhere(request)) {
      return refuse(response, 403, 'This form was sent from another site. Please open it here and send it again.');
    }
    return isPublicAddress(pathname) ? serveFresh(request, response, application) : servePrivate(request, response);
  }

  async function servePrivate(request: IncomingMessage, response: ServerResponse) {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const lane = isReading ? lanes.personal : lanes.writes;
    await lane.run(clientOf(request), () => application.answer(request, response));
  }
}

function apologise(request: IncomingMessage, response: ServerResponse, error: unknown) {
  const isBusy = error instanceof Overloaded;
  const isAway = error instanceof RendererAway;
  const isKnown = isBusy || isAway || error instanceof RenderingFailed;
  if (!isKnown) log.error({ event: 'request_failed', url: request.url?.split('?')[0], error }, 'request failed');
  if (response.headersSent) response.destroy();
  else if (isBusy) sendPage(request, response, troubledPage('busy'));
  else sendPage(request, response, troubledPage(isAway ? 503 : 500));
}

function refuse(response: ServerResponse, status: number, sentence: string) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${sentence}\n`);
}

function cleanHeaders(request: IncomingMessage) {
  for (const name of Object.keys(request.headers)) if (internalHeaders.test(name)) delete request.headers[name];
  request.headers[CLIENT_HEADER] = clientAddressOf(request);
  const forwardedHost = request.headers['x-forwarded-host']?.toString();
  if (isTrustedPeer(request)) {
    if (forwardedHost) request.headers.host = forwardedHost;
    delete request.headers['x-forwarded-host'];
  } else for (const name of ofProxies) delete request.headers[name];
}
