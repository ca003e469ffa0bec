import type { IncomingMessage, ServerResponse } from 'node:http';
import { canonicalPath } from '@/lib/web/canonical-path';
import { mayBeVerificationFile } from '@/lib/settings/verification';
import { legacyAddresses } from '@/lib/import/importers/legacy-addresses';
import { findPage, formOf, headersOf, type CachedPage, type Form } from '@/server/cache/page-cache';
import type { Application, Rendering } from '@/server/rendering/application';
import { routerRequest, withoutBody, type Answer } from '@/server/rendering/buffered-response';
import { withLock } from '@/server/rendering/request-lock';
import { withoutInPageCode } from '@/server/rendering/slot-runtime';
import { headersOfAnswer, isHtml } from './answer-headers';
import { clientOf } from './client-address';
import { countVisit } from './visit-counting';
import { errorPage, describeError, type ErrorKind } from './error-page';
import { atEndOfTick } from './event-loop-tick';
import { acceptedEncoding, REVALIDATE_ALWAYS, isNotModified, prefersPage } from './negotiation';
import { pageOf } from './page-rendering';
import { mayBeSignedIn, mayRunCode, sendWithCode } from './pages-with-code';
import { queues } from './request-queues';
import { foreignAddressOf, isFeedAddress, pageOfFeed, wouldBeFeed } from './routes';

/** Not yet rendering, so identical requests may share them. */
const awaited = new Map<string, Promise<Rendering>>();
const moved = new Set([301, 302, 303, 307, 308, 410]);
/** Slugs cannot contain "=". */
const NO_PAGE = '/=';
const NO_FEED = '/=/=/=/feed.xml';
/** The hot path: one look-up, a prepared header, one write. */
export function serveCachedPage(request: IncomingMessage, response: ServerResponse, key: string) {
  if ((request.method !== 'GET' && request.method !== 'HEAD') || request.headers.rsc) return false;
  const page = findPage(isFeedAddress(key) && prefersPage(request) ? pageOfFeed(key) : key);
  // Who is signed in is not known here.
  if (!page || (page.withCode && mayBeSignedIn(request))) return false;
  countVisit(request, page.key, page);
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
  const isMoved = moved.has(page.status);
  if (canonical !== target.pathname && !isMoved && !isFile(target.pathname, page))
    return redirectToCanonical(response, canonical + search);
  countVisit(request, isNowhere ? (foreign ?? canonical) : canonical, page);
  if (isMoved && search && page.key === canonical) sendMoved(response, page, search);
  else await sendFor(request, response, page, application);
}

// Services ask for their file in the capitals that they gave it.
function isFile(pathname: string, page: CachedPage) {
  return page.status === 200 && mayBeVerificationFile(pathname);
}

/** A query is handed on where the target has none. The page is kept without one, which would be unlimited. */
function sendMoved(response: ServerResponse, page: CachedPage, search: string) {
  const { location = '', ...headers } = headersOf(page);
  const [, address = '', fragment = ''] = /^([^#]*)(.*)$/s.exec(location) ?? [];
  const to = location && !address.includes('?') ? address + search + fragment : location;
  response.writeHead(page.status, { ...headers, ...(to ? { location: to } : {}) });
  response.end(page.plain ?? undefined);
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

export function sendFresh(response: ServerResponse, answer: Answer, { isHead = false } = {}) {
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

// Next renders the page for any other method, after receiving its body.
export function isAction({ headers }: IncomingMessage) {
  const type = headers['content-type'] ?? '';
  const isForm = type === 'application/x-www-form-urlencoded' || type.startsWith('multipart/form-data');
  return isForm || headers['next-action'] !== undefined;
}

function headOfNotModified(page: CachedPage) {
  return Object.entries(headersOf(page)).flatMap(([name, value]) =>
    /^content-(type|length|encoding)$/i.test(name) ? [] : [name, value],
  );
}
