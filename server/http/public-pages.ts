import type { IncomingMessage, ServerResponse } from 'node:http';
import { caches } from '@/lib/caching/process-caches';
import { canonicalPath } from '@/lib/web/canonical-path';
import { env } from '@/lib/platform/env';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import {
  findPage,
  formOf,
  headersOf,
  storePage,
  makePage,
  type CachedPage,
  type Form,
} from '@/server/cache/page-cache';
import { makeNonceForms, type NonceForms } from '@/server/cache/nonce-forms';
import { timeRendering } from '@/server/metrics/recording';
import type { Application, Rendering } from '@/server/rendering/application';
import { anonymousRequest, routerRequest, withoutBody, type Answer } from '@/server/rendering/buffered-response';
import { withFrameHolding } from '@/server/rendering/frame-holding';
import { deferScripts } from '@/server/rendering/hydration-loader';
import { withLiveThread } from '@/server/rendering/live-thread';
import { withPageCounter } from '@/server/rendering/page-counter';
import { withLock } from '@/server/rendering/request-lock';
import { withSlotChooser } from '@/server/rendering/slot-chooser';
import { withSlotConsent } from '@/server/rendering/slot-consent';
import { withSlotCosts } from '@/server/rendering/slot-health';
import { withSlotReporting } from '@/server/rendering/slot-reporting';
import { withSlotGuard } from '@/server/rendering/slot-guard';
import { hasInPageCode, NONCE_PLACEHOLDER, withoutInPageCode, withSlotRuntime } from '@/server/rendering/slot-runtime';
import { clientOf } from './client-address';
import { headersWithCode, mayBeSignedIn, mayRunCode, sendWithCode } from './pages-with-code';
import { publicPolicy } from './content-security-policy';
import { errorPage, describeError, type ErrorKind } from './error-page';
import { atEndOfTick } from './event-loop-tick';
import { acceptedEncoding, REVALIDATE_ALWAYS, isNotModified, prefersPage } from './negotiation';
import { queues } from './request-queues';
import { foreignAddressOf, isFeedAddress, pageOfFeed, wouldBeFeed } from './routes';
import { securityHeaders } from './security-headers';

const inFlight = new Map<string, Promise<CachedPage>>();
/** Not yet rendering, so identical requests may share them. */
const awaited = new Map<string, Promise<Rendering>>();
const moved = new Set([301, 302, 303, 307, 308, 410]);
const framing = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);
/** Slugs cannot contain "=". */
const NO_PAGE = '/=';
const NO_FEED = '/=/=/=/feed.xml';
const openToAll = { 'cross-origin-resource-policy': 'cross-origin' };
const ofNext = /^(content-encoding|etag|date|vary|cache-control|link|x-nextjs-.*|x-powered-by)$/;

/** The hot path: one look-up, a prepared header, one write. */
export function serveCachedPage(request: IncomingMessage, response: ServerResponse, key: string) {
  if ((request.method !== 'GET' && request.method !== 'HEAD') || request.headers.rsc) return false;
  const page = findPage(isFeedAddress(key) && prefersPage(request) ? pageOfFeed(key) : key);
  // Who is signed in is not known here.
  if (!page || (page.withCode && mayBeSignedIn(request))) return false;
  if (page.withCode) {
    const forms = page.withCode;
    atEndOfTick(() => sendWithCode(request, response, forms, page.status));
    return true;
  }
  atEndOfTick(() => sendPage(request, response, page));
  return true;
}

/** Redirects to the final target at once. */
export async function servePublicPage(
  request: IncomingMessage,
  response: ServerResponse,
  target: { pathname: string; search: string; canonical: string },
  application: Application,
) {
  const { canonical, search } = target;
  const client = clientOf(request);
  const pageAt = (key: string) => pageOf(key, client, application);
  const foreign = foreignAddressOf({ pathname: canonical, search });
  const known = foreign === null ? null : await pageAt(foreign);
  const isNowhere = known?.status === 204 && canonical === '/' && legacyAddresses.asksByNumber(search);
  const asked = isNowhere ? NO_PAGE : canonical;
  const page = known && known.status !== 204 ? known : await pageFor(request, asked, pageAt);
  if (canonical === target.pathname || moved.has(page.status)) await sendFor(request, response, page, application);
  else redirectToCanonical(response, canonical + search);
}

/** What everybody gets at an address of the server's own. */
export async function pageOf(key: string, client: string | null, application: Application) {
  return findPage(key) ?? renderOnce(key, client, application);
}

async function sendFor(request: IncomingMessage, response: ServerResponse, page: CachedPage, application: Application) {
  const forms = page.withCode;
  if (forms && (await mayRunCode(request, application))) sendWithCode(request, response, forms, page.status);
  else sendPage(request, response, page);
}

async function pageFor(request: IncomingMessage, canonical: string, pageAt: (key: string) => Promise<CachedPage>) {
  if (!wouldBeFeed(canonical) || !prefersPage(request)) return pageAt(canonical);
  const feed = isFeedAddress(canonical) ? await pageAt(pageOfFeed(canonical)) : null;
  if (feed && feed.status !== 404) return feed;
  const page = await pageAt(canonical);
  return page.status === 404 ? pageAt(NO_FEED) : page;
}

export function redirectToCanonical(response: ServerResponse, to: string) {
  response.writeHead(308, { Location: to, 'Cache-Control': REVALIDATE_ALWAYS }).end();
}

/** Renders after the request: invalidations may be on their way. */
export async function serveFlight(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  application: Application,
) {
  const asked = routerRequest(request);
  const key = JSON.stringify([asked.url, asked.headers]);
  const rendering =
    awaited.get(key) ??
    queues.pages
      .run(clientOf(request), () =>
        withLock(pathname, () => {
          awaited.delete(key);
          return application.render(asked);
        }),
      )
      .finally(() => {
        if (awaited.get(key) === rendering) awaited.delete(key);
      });
  awaited.set(key, rendering);
  sendFresh(response, (await rendering).answer, { isHead: request.method === 'HEAD' });
}

export async function serveFresh(request: IncomingMessage, response: ServerResponse, application: Application) {
  delete request.headers['accept-encoding'];
  const address = canonicalPath(request.url?.split('?')[0] ?? '/');
  const { answer, hasFailed } = await queues.forms.run(clientOf(request), () =>
    isAction(request) ? application.render(request) : withLock(address, () => application.render(withoutBody(request))),
  );
  if (answer.status >= 500 && !request.headers['next-action']) {
    return sendErrorPage(request, response, hasFailed ? 'databaseUnsent' : 'failed');
  }
  // The policy of an answer to a form allows no in-page code.
  if (isHtml(answer)) answer.body = Buffer.from(withoutInPageCode(answer.body.toString('utf8')));
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

export function sendErrorPage(request: IncomingMessage, response: ServerResponse, kind: ErrorKind) {
  const { accept = '', 'content-type': sent = '' } = request.headers;
  // What another answer wanted to load.
  response.removeHeader('Link');
  const wantsData =
    [accept, sent].some((type) => type.startsWith('application/json')) || request.url?.startsWith('/api/');
  if (!wantsData) return sendPage(request, response, errorPage(kind));
  const { status, message } = describeError(kind);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'Retry-After': '5' });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify({ message }));
}

async function renderOnce(key: string, client: string | null, application: Application): Promise<CachedPage> {
  const askedAt = caches.clock.now;
  for (;;) {
    const waitingFor = caches.lease.isValid() ? inFlight.get(key) : null;
    if (!waitingFor) return startRendering(key, client, application);
    const page = await waitingFor;
    // A request after a change needs a rendering begun after it.
    if (page.startedAt >= askedAt || !caches.clock.isStale(page.tags, page.startedAt)) return page;
    const cached = findPage(key);
    if (cached) return cached;
  }
}

function startRendering(key: string, client: string | null, application: Application) {
  const rendering = queues.pages
    .run(client, () => timeRendering(() => renderPage(key, application)))
    .finally(() => {
      if (inFlight.get(key) === rendering) inFlight.delete(key);
    });
  inFlight.set(key, rendering);
  return rendering;
}

async function renderPage(key: string, application: Application): Promise<CachedPage> {
  const { startedAt, rendering } = await withLock(key, async () => {
    // Read first: later invalidations may concern this page.
    const startedAt = caches.clock.now;
    return { startedAt, rendering: await application.render(anonymousRequest(key), { isDocument: true }) };
  });
  const { answer, tags, expiresAt, hasFailed } = rendering;
  if (answer.status >= 500) return { ...errorPage(hasFailed ? 'database' : 'failed'), startedAt };
  const html = isHtml(answer) ? withPageScripts(answer.body.toString('utf8')) : '';
  if (html) answer.body = Buffer.from(withoutInPageCode(html));
  const isStored = isCacheable(answer);
  const withCode = hasInPageCode(html) ? await formsWithCode(html, answer) : null;
  const page = makePage({
    key,
    status: answer.status,
    headers: {
      ...headersOfAnswer(answer),
      'cache-control': isStored ? cachingOf(answer, withCode !== null) : 'private, no-store',
    },
    body: answer.body,
    tags,
    startedAt,
    expiresAt,
    varies: [...(isFeedAddress(key) ? ['Accept'] : []), ...(withCode ? ['Cookie'] : [])],
    ...(withCode ? { withCode } : {}),
  });
  if (isStored) storePage(page);
  return page;
}

/** A slot that a reader has hidden is hidden before anything may fill it, and a choice hears what a reader allows. */
function withPageScripts(html: string) {
  const withFrames = withLiveThread(withFrameHolding(withSlotGuard(deferScripts(html))));
  return withSlotCosts(withPageCounter(withSlotConsent(withSlotReporting(withSlotChooser(withFrames)))));
}

async function formsWithCode(html: string, answer: Answer): Promise<NonceForms> {
  const body = withSlotRuntime(html);
  const headers = { ...headersOfAnswer(answer), ...headersWithCode(body) };
  return makeNonceForms({ html: body, placeholder: NONCE_PLACEHOLDER, headers });
}

/** Unless the application set a policy itself. */
function headersOfAnswer(answer: Answer): Record<string, string> {
  const own = Object.fromEntries(
    Object.entries(answer.headers).filter(([name]) => !framing.has(name) && !ofNext.test(name)),
  );
  if (own['content-security-policy']) {
    // The older header would override the policy's frame-ancestors.
    const { 'x-frame-options': _, ...others } = securityHeaders();
    return { ...others, ...own };
  }
  if (!isHtml(answer)) return { ...securityHeaders(), ...(isForOtherSites(answer) ? openToAll : {}), ...own };
  const policy = publicPolicy(answer.body.toString('utf8'), { frameOrigin: env().adsFrameOrigin });
  return { ...securityHeaders(), ...own, 'content-security-policy': policy };
}

function cachingOf(answer: Answer, dependsOnReader: boolean) {
  const own = answer.headers['cache-control'] ?? '';
  if (dependsOnReader) return REVALIDATE_ALWAYS.replace('public', 'private');
  return /immutable|stale-while-revalidate/.test(own) ? own : REVALIDATE_ALWAYS;
}

function isCacheable(answer: Answer) {
  if (process.env.NODE_ENV !== 'production' || answer.cookies.length > 0) return false;
  if (answer.status === 404) return isHtml(answer);
  if (![200, 301, 308, 410].includes(answer.status)) return false;
  return !/no-store|private/.test(answer.headers['cache-control'] ?? 'private');
}

// Next renders the page for any other method, after receiving its body.
export function isAction({ headers }: IncomingMessage) {
  const type = headers['content-type'] ?? '';
  const isForm = type === 'application/x-www-form-urlencoded' || type.startsWith('multipart/form-data');
  return isForm || headers['next-action'] !== undefined;
}

// Feeds and icons are used by other sites.
function isForOtherSites({ headers }: Answer) {
  return /^(?:image\/|application\/(?:atom\+xml|rss\+xml|feed\+json))/.test(headers['content-type'] ?? '');
}

function isHtml({ headers }: Answer) {
  return headers['content-type']?.startsWith('text/html') ?? false;
}

function headOfNotModified(page: CachedPage) {
  return Object.entries(headersOf(page)).flatMap(([name, value]) =>
    /^content-(type|length|encoding)$/i.test(name) ? [] : [name, value],
  );
}
