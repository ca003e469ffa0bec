import type { IncomingMessage, ServerResponse } from 'node:http';
import { caches } from '@/lib/caching/process-caches';
import { canonicalPath } from '@/lib/canonical-path';
import { env } from '@/lib/env';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import { lanes } from './admission';
import type { Application, Rendering } from './application';
import { publicPolicy } from './content-security-policy';
import { timeRendering } from './measuring';
import { acceptedEncoding, ASK_EACH_TIME, isNotModified, prefersPage } from './negotiation';
import { clientOf } from './client-address';
import { atEndOfTurn } from './end-of-turn';
import { findPage, formOf, headersOf, keepPage, makePage, type CachedPage, type Form } from './page-cache';
import { readersRequest, scriptsRequest, withoutBody, type Answer } from './rendering';
import { securityHeaders } from './security-headers';
import { troubledPage, troubleInWords, type Trouble } from './troubled-page';
import { foreignAddressOf, isFeedAddress, pageOfFeed } from './routes';
import { inTurn } from './turns';
import { withSlotGuard } from './slot-guard';
import { putToSleep } from './waking';

const inFlight = new Map<string, Promise<CachedPage>>();
/** What Next's own scripts asked for and what has not begun yet: whoever asks for the same meanwhile may share it. */
const awaited = new Map<string, Promise<Rendering>>();
/** What is at another address, or nowhere any more. */
const moved = new Set([301, 302, 303, 307, 308, 410]);
/** Written anew for each answer, or of no use to a reader. */
const framing = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);
/** No page has this address: a slug has no such sign. */
const NO_PAGE = '/=';
const openToAll = { 'cross-origin-resource-policy': 'cross-origin' };
const ofNext = /^(content-encoding|etag|date|vary|cache-control|link|x-nextjs-.*|x-powered-by)$/;

/**
 * Answers from memory if a fresh page is kept for exactly this address, and says whether it did. This is the way of
 * nearly every request: one look-up, one header that was put together before, one write.
 */
export function serveKeptPage(request: IncomingMessage, response: ServerResponse, key: string) {
  if ((request.method !== 'GET' && request.method !== 'HEAD') || request.headers.rsc) return false;
  const page = findPage(isFeedAddress(key) && prefersPage(request) ? pageOfFeed(key) : key);
  if (!page) return false;
  atEndOfTurn(() => sendPage(request, response, page));
  return true;
}

/**
 * Answers a public address with its page, rendered once for everybody who is waiting for it and kept if it may be; with
 * where it has gone; or with its canonical spelling. One hop, never two: where the canonical address leads comes first.
 */
export async function servePublicPage(
  request: IncomingMessage,
  response: ServerResponse,
  target: { pathname: string; search: string; canonical: string },
  application: Application,
) {
  const { canonical, search } = target;
  const client = clientOf(request);
  const pageAt = async (key: string) => findPage(key) ?? renderOnce(key, client, application);
  const foreign = foreignAddressOf({ pathname: canonical, search });
  const known = foreign === null ? null : await pageAt(foreign);
  const isNowhere = known?.status === 204 && canonical === '/' && legacyAddresses.asksByNumber(search);
  const asked = isNowhere ? NO_PAGE : canonical;
  const page = known && known.status !== 204 ? known : await pageFor(request, asked, pageAt);
  if (canonical === target.pathname || moved.has(page.status)) sendPage(request, response, page);
  else redirectToCanonical(response, canonical + search);
}

// Where there is no feed, what stands there is the same for everybody.
async function pageFor(request: IncomingMessage, canonical: string, pageAt: (key: string) => Promise<CachedPage>) {
  const page = isFeedAddress(canonical) && prefersPage(request) ? await pageAt(pageOfFeed(canonical)) : null;
  return page && page.status !== 404 ? page : pageAt(canonical);
}

export function redirectToCanonical(response: ServerResponse, to: string) {
  response.writeHead(308, { Location: to, 'Cache-Control': ASK_EACH_TIME }).end();
}

/**
 * Answers Next's own scripts, which ask for the page that an action leads to: with a rendering that begins after they
 * asked, because the write before it may not be announced yet.
 */
export async function serveFlight(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  application: Application,
) {
  const asked = scriptsRequest(request);
  const key = JSON.stringify([asked.url, asked.headers]);
  const rendering =
    awaited.get(key) ??
    lanes.pages
      .run(clientOf(request), () =>
        inTurn(pathname, () => {
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

/** Answers a form with what is rendered now, and keeps nothing. */
export async function serveFresh(request: IncomingMessage, response: ServerResponse, application: Application) {
  delete request.headers['accept-encoding'];
  const address = canonicalPath(request.url?.split('?')[0] ?? '/');
  const { answer, hasFailed } = await lanes.forms.run(clientOf(request), () =>
    isAction(request) ? application.render(request) : inTurn(address, () => application.render(withoutBody(request))),
  );
  if (answer.status >= 500 && !request.headers['next-action']) {
    return sendTrouble(request, response, hasFailed ? 'unsent' : 500);
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

/** Says in a page, or to a program that asks for data in data, that there is no answer just now. */
export function sendTrouble(request: IncomingMessage, response: ServerResponse, trouble: Trouble) {
  const { accept = '', 'content-type': sent = '' } = request.headers;
  const wantsData =
    [accept, sent].some((type) => type.startsWith('application/json')) || request.url?.startsWith('/api/');
  if (!wantsData) return sendPage(request, response, troubledPage(trouble));
  const { status, message } = troubleInWords(trouble);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'Retry-After': '5' });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify({ message }));
}

async function renderOnce(key: string, client: string | null, application: Application): Promise<CachedPage> {
  const askedAt = caches.clock.now;
  for (;;) {
    const waitingFor = caches.lease.isValid() ? inFlight.get(key) : null;
    if (!waitingFor) return startRendering(key, client, application);
    const page = await waitingFor;
    // Whoever asks after a change must not be given what was begun before it.
    if (page.startedAt >= askedAt || !caches.clock.isStale(page.tags, page.startedAt)) return page;
    const kept = findPage(key);
    if (kept) return kept;
  }
}

function startRendering(key: string, client: string | null, application: Application) {
  const rendering = lanes.pages
    .run(client, () => timeRendering(() => renderPage(key, application)))
    .finally(() => {
      if (inFlight.get(key) === rendering) inFlight.delete(key);
    });
  inFlight.set(key, rendering);
  return rendering;
}

async function renderPage(key: string, application: Application): Promise<CachedPage> {
  const { startedAt, rendering } = await inTurn(key, async () => {
    // Read before anything is asked for: whatever goes stale from now on may be in the page.
    const startedAt = caches.clock.now;
    return { startedAt, rendering: await application.render(readersRequest(key), { isDocument: true }) };
  });
  const { answer, tags, expiresAt, hasFailed } = rendering;
  if (answer.status >= 500) return { ...troubledPage(hasFailed ? 503 : 500), startedAt };
  if (isHtml(answer)) answer.body = Buffer.from(withSlotGuard(putToSleep(answer.body.toString('utf8'))));
  const mayStay = mayBeKept(answer);
  const page = makePage({
    key,
    status: answer.status,
    headers: {
      ...headersOfAnswer(answer),
      'cache-control': mayStay ? cachingOf(answer) : 'private, no-store',
    },
    body: answer.body,
    tags,
    startedAt,
    expiresAt,
    varies: isFeedAddress(key) ? ['Accept'] : [],
  });
  if (mayStay) keepPage(page);
  return page;
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
  if (!isHtml(answer)) return { ...securityHeaders(), ...(isForOtherSites(answer) ? openToAll : {}), ...own };
  const policy = publicPolicy(answer.body.toString('utf8'), { frameOrigin: env().adsFrameOrigin });
  return { ...securityHeaders(), ...own, 'content-security-policy': policy };
}

// What is named by its content may be held for ever; everything else is asked after each time, and answered with 304.
function cachingOf(answer: Answer) {
  const own = answer.headers['cache-control'] ?? '';
  return own.includes('immutable') ? own : ASK_EACH_TIME;
}

// Next says of every page whether it is static; what set a cookie was made for one reader, whatever else it says. The
// page that says "not found" is the same for everybody, whichever way Next came to it.
function mayBeKept(answer: Answer) {
  if (process.env.NODE_ENV !== 'production' || answer.cookies.length > 0) return false;
  if (answer.status === 404) return isHtml(answer);
  if (![200, 301, 308, 410].includes(answer.status)) return false;
  return !/no-store|private/.test(answer.headers['cache-control'] ?? 'private');
}

// What Next takes for a form of its own. To anything else it answers with the page, which therefore takes turns with its
// other renderings, and may not hold them up until all of it has arrived.
export function isAction({ headers }: IncomingMessage) {
  const type = headers['content-type'] ?? '';
  const isForm = type === 'application/x-www-form-urlencoded' || type.startsWith('multipart/form-data');
  return isForm || headers['next-action'] !== undefined;
}

// Feeds are read by programs in other sites' pages, and icons are shown there.
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
