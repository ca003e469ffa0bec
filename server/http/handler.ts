import type { IncomingMessage, ServerResponse } from 'node:http';
import { openToken, sessionCookieName } from '@/lib/auth/session-cookie';
import { canonicalPath } from '@/lib/web/canonical-path';
import { presentRouteOf } from '@/lib/web/former-routes';
import { log } from '@/lib/platform/log';
import { requestId } from '@/lib/platform/request-id';
import { postOfState, postOfStream } from '@/server/live/addresses';
import { serveLiveStream } from '@/server/live/serving';
import { respondHealth } from '@/server/lifecycle/health';
import { respondMetrics, mayReadMetrics } from '@/server/metrics/endpoint';
import { countAnswer, countCacheHit } from '@/server/metrics/recording';
import type { Application } from '@/server/rendering/application';
import { SLOT_MANIFEST } from '@/server/rendering/slot-addresses';
import { RendererUnavailable, RendererLost, RenderingFailed } from '@/server/rendering/renderer';
import { DatabaseUnavailable } from '@/server/rendering/renderer-protocol';
import { bodyLimitsOf, PAGE_EVENTS } from './body-limits';
import { CLIENT_HEADER, clientAddressOf, clientOf, isTrustedPeer } from './client-address';
import type { ErrorKind } from './error-page';
import { nameForm, servePersonal } from './form-answers';
import { checkForm } from './form-check';
import { isForFrames, serveFrames } from './frame-host';
import { answerDocument } from './missing-pages';
import { respondToForm } from './outdated-forms';
import { receivePageEvents } from './page-events';
import { isLongDownload, isPrivatePage } from './private-pages';
import {
  isAction,
  redirectToCanonical,
  sendErrorPage,
  serveFlight,
  serveFresh,
  serveCachedPage,
  servePublicPage,
} from './public-pages';
import { refuseRequest } from './refusals';
import { BodyRejected, enforcePace, ClientDisconnected, withBody, withWholeBody } from './request-body';
import { requestIdOf } from './request-ids';
import { queues, Overloaded } from './request-queues';
import { isPublicAddress, parseTarget } from './routes';
import { hostOf, refusalOfOrigin } from './same-origin';
import { isKnownOpen, passesGate } from './site-gate';
import { setSecurityHeaders } from './security-headers';
import { serveStaticFile } from './static-files';
import { serveUpload } from './uploads';

const internalHeaders =
  /^(x-masthead-|x-middleware-|x-nextjs-|x-next-|x-invoke-|x-matched-path|next-resume|x-prerender-revalidate|content-security-policy)/;
const ofProxies = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-forwarded-for', 'forwarded'];

/** Long titles, percent-encoded. */
const MAX_PATH_LENGTH = 2_000;

const readOnly = /^\/(_next|uploads|_s)\//;

export type HandlerOptions = { application: Application; isDevelopment: boolean };
type Target = { pathname: string; search: string };

/** Never throws. */
export function createHandler({ application, isDevelopment }: HandlerOptions) {
  return function handle(request: IncomingMessage, response: ServerResponse) {
    if (namesTwoHosts(request)) return refuse(response, 400, 'A request must name exactly one host.');
    if (isForFrames(request)) return serveFrames(request, response, application);
    if (isKnownOpen() && serveCachedPage(request, response, request.url ?? '/')) return countCacheHit(response);
    const id = requestIdOf(request);
    response.setHeader('X-Request-Id', id);
    requestId.run(id, () => {
      answer(request, response).catch((error: unknown) => respondWithError(request, response, error));
    });
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    setSecurityHeaders(response);
    const target = parseTarget(request.url);
    countAnswer(response, target?.pathname ?? '/');
    if (!target) return refuse(response, 400, 'This URL is malformed.');
    if (target.pathname.length > MAX_PATH_LENGTH) return refuse(response, 414, 'This URL is too long.');
    if (!allowsMethod(request, response, target.pathname)) return;
    request.url = target.pathname + target.search;
    if (target.pathname === '/metrics') return respondMetrics(response, mayReadMetrics(request));
    if (isForRedirect(request)) return void response.writeHead(204).end();
    cleanHeaders(request);
    if (await respondHealth(target.pathname, response, application)) return;
    if (!(await passesGate(request, response, target, application))) return;
    if (target.pathname === PAGE_EVENTS) return receivePageEvents(request, response, application);
    if (postOfStream(target.pathname)) return serveLiveStream(request, response, { ...target, application });
    if (isShared(target.pathname)) return serveShared(request, response, target.pathname, application);
    if (isDevelopment) return answerInDevelopment(request, response, application);
    if (target.pathname.startsWith('/_s/')) return application.answer(request, response);
    if (target.pathname.startsWith('/uploads/')) return serveUpload(request, response, target.pathname);
    if (target.pathname.startsWith('/_next/')) return serveStaticFile(request, response, target.pathname);
    return isReading(request) ? handleRead(request, response, target) : handleWrite(request, response, target);
  }

  async function handleRead(request: IncomingMessage, response: ServerResponse, target: Target) {
    const present = presentRouteOf(target.pathname);
    if (present) return redirectToCanonical(response, present + target.search);
    const canonical = canonicalPath(target.pathname);
    if (isPublicPage(target.pathname) && isPublicPage(canonical)) {
      if (request.headers.rsc) return serveFlight(request, response, target.pathname, application);
      return servePublicPage(request, response, { ...target, canonical }, application);
    }
    if (canonical === target.pathname) return servePrivate(request, response);
    redirectToCanonical(response, canonical + target.search);
  }

  async function handleWrite(request: IncomingMessage, response: ServerResponse, { pathname }: Target) {
    const refusal = refusalOfOrigin(request);
    if (refusal) return refuseRequest(request, response, refusal);
    const bounds = await bodyLimitsOf(pathname, () => hasSession(request));
    if (!bounds) return handleUpload(request, response);
    const isPublic = isPublicPage(pathname);
    if (isPublic && !isAction(request)) return serveFresh(request, response, application);
    const client = clientOf(request);
    // With https, Next would speak TLS to this server.
    delete request.headers['x-forwarded-proto'];
    await withWholeBody(request, { bounds, client }, async (body) => {
      await checkForm(request.headers, body, bounds);
      await respondToForm({ whole: withBody(request, body), body, isPublic }, response, (whole) =>
        isPublic
          ? serveFresh(whole, response, application)
          : queues.writes.run(client, () => application.answer(whole, response)),
      );
    });
  }

  async function handleUpload(request: IncomingMessage, response: ServerResponse) {
    enforcePace(request, response, (refusal) => {
      request.unpipe();
      refuseRequest(request, response, refusal);
    });
    await queues.files.run(clientOf(request), () => application.answer(request, response));
  }

  async function servePrivate(request: IncomingMessage, response: ServerResponse) {
    const answer = () => servePersonal(request, response, application);
    await queueOf(request).run(clientOf(request), () => answerDocument(request, response, answer));
  }
}

function queueOf({ url }: IncomingMessage) {
  return isLongDownload(url) ? queues.files : queues.personal;
}

// Next's own server reads the body, so that answers without JavaScript are given at once.
function answerInDevelopment(request: IncomingMessage, response: ServerResponse, application: Application) {
  if (request.headers['next-action'] !== undefined) nameForm(request);
  return servePersonal(request, response, application);
}

function isShared(pathname: string) {
  return pathname === SLOT_MANIFEST || postOfState(pathname) !== null;
}

function serveShared(request: IncomingMessage, response: ServerResponse, pathname: string, application: Application) {
  return servePublicPage(request, response, { pathname, search: '', canonical: pathname }, application);
}

function allowsMethod(request: IncomingMessage, response: ServerResponse, pathname: string) {
  const allowed = methodsOf(pathname);
  if (allowed.includes(request.method ?? '')) return true;
  response.setHeader('Allow', allowed.join(', '));
  refuse(response, 405, 'This method is not allowed here.');
  return false;
}

/** Checks signature and expiry only; Next checks revocation. */
async function hasSession({ headers }: IncomingMessage) {
  const name = `${sessionCookieName()}=`;
  const cookie = headers.cookie?.split(/; */).findLast((one) => one.startsWith(name));
  return cookie !== undefined && (await openToken(cookie.slice(name.length))) !== null;
}

// Next inserts a redirect's target into the open page, whose policy blocks its scripts; otherwise the browser
// navigates.
function isForRedirect({ headers }: IncomingMessage) {
  return headers.rsc !== undefined && headers[CLIENT_HEADER] !== undefined;
}

function isPublicPage(pathname: string) {
  return isPublicAddress(pathname) || !isPrivatePage(pathname);
}

function methodsOf(pathname: string) {
  if (pathname === PAGE_EVENTS) return ['POST'];
  return readOnly.test(pathname) ? ['GET', 'HEAD'] : ['GET', 'HEAD', 'POST'];
}

// A proxy may have used the other Host header.
function namesTwoHosts({ rawHeaders }: IncomingMessage) {
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}

function respondWithError(request: IncomingMessage, response: ServerResponse, error: unknown) {
  if (error instanceof BodyRejected) return refuseRequest(request, response, error.refusal);
  const kind = errorKindOf(error, request);
  if (kind === null && !(error instanceof ClientDisconnected))
    log.error({ event: 'request_failed', url: request.url?.split('?')[0], error }, 'request failed');
  if (response.headersSent || error instanceof ClientDisconnected) response.destroy();
  else sendErrorPage(request, response, kind ?? 'failed');
}

function isReading({ method }: IncomingMessage) {
  return method === 'GET' || method === 'HEAD';
}

function errorKindOf(error: unknown, request: IncomingMessage): ErrorKind | null {
  if (error instanceof Overloaded) return 'busy';
  if (error instanceof RendererLost) return 'unknown';
  if (error instanceof RendererUnavailable) return isReading(request) ? 'starting' : 'startingUnsent';
  if (error instanceof DatabaseUnavailable) return isReading(request) ? 'database' : 'databaseUnsent';
  return error instanceof RenderingFailed ? 'failed' : null;
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
  const host = hostOf(request);
  if (host !== undefined) request.headers.host = host;
  const type = request.headers['content-type'];
  // Next compares media types by their letters.
  if (type) request.headers['content-type'] = type.replace(/^[^;]+/, (name) => name.toLowerCase());
}
