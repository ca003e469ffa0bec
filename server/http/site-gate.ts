import type { IncomingMessage, ServerResponse } from 'node:http';
import { isAlwaysOpen, SITE_PASSWORD } from '@/lib/web/own-routes';
import { findPage, formOf, type CachedPage, type Form } from '@/server/cache/page-cache';
import type { Application } from '@/server/rendering/application';
import { anonymousRequest } from '@/server/rendering/buffered-response';
import { NOTICE_HEADER } from '@/server/rendering/site-access';
import { SITE_GATE, SITE_STATE } from '@/server/rendering/slot-addresses';
import { bodyLimitsOf } from './body-limits';
import { clientOf } from './client-address';
import { pageOf } from './page-rendering';
import { keepPrivate } from './private-answers';
import { sendFresh, sendPage } from './public-pages';
import { refuseRequest } from './refusals';
import { withBody, withWholeBody } from './request-body';
import { queues } from './request-queues';
import { refusalOfOrigin } from './same-origin';

const ROBOTS_OF_CLOSED = 'User-agent: *\nDisallow: /\n';

/** Whether anybody may see the site, as far as this process knows without asking. */
export function isKnownOpen() {
  const page = findPage(SITE_STATE);
  return page !== null && isOpen(page);
}

/**
 * Whether a request may go on. Otherwise it has been answered: with a page that asks for a password or an account, or
 * says that the site is being worked on. Whatever is answered to somebody who may see a closed site is theirs alone.
 */
export async function passesGate(
  request: IncomingMessage,
  response: ServerResponse,
  { pathname, search }: { pathname: string; search: string },
  application: Application,
): Promise<boolean> {
  if (pathname === SITE_PASSWORD && request.method === 'POST') {
    await receiveSitePassword(request, response, application);
    return false;
  }
  if (isAlwaysOpen(pathname)) return true;
  const client = clientOf(request);
  const state = await pageOf(SITE_STATE, client, application);
  if (state.status === 200 && isOpen(state)) return true;
  if (state.status !== 200) return turnAway(request, response, () => sendPage(request, response, state));
  if (pathname === '/robots.txt') return turnAway(request, response, () => sendRobots(response));
  const question = anonymousRequest(`${SITE_GATE}?to=${encodeURIComponent(pathname + search)}`);
  const { cookie, accept = '' } = request.headers;
  Object.assign(question.headers, { accept, ...(cookie === undefined ? {} : { cookie }) });
  const { answer } = await queues.personal.run(client, () => application.render(question));
  const isHead = request.method === 'HEAD';
  if (answer.status !== 204) return turnAway(request, response, () => sendFresh(response, answer, { isHead }));
  keepPrivate(request, response, decodeURIComponent(answer.headers[NOTICE_HEADER] ?? ''));
  return true;
}

// The form of the page that asks for the password.
async function receiveSitePassword(request: IncomingMessage, response: ServerResponse, application: Application) {
  const refusal = refusalOfOrigin(request);
  if (refusal) return refuseRequest(request, response, refusal);
  const client = clientOf(request);
  const bounds = await bodyLimitsOf(SITE_PASSWORD, async () => false);
  if (!bounds) return;
  await withWholeBody(request, { bounds, client }, async (body) => {
    const whole = withBody(request, body);
    const { answer } = await queues.writes.run(client, () => application.render(whole));
    sendFresh(response, answer);
  });
}

// What comes with a request is passed over: the browser would report a broken connection.
function turnAway(request: IncomingMessage, response: ServerResponse, send: () => void) {
  if (!request.complete) {
    response.setHeader('Connection', 'close');
    request.resume();
  }
  send();
  return false;
}

function sendRobots(response: ServerResponse) {
  response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(ROBOTS_OF_CLOSED);
}

function isOpen(page: CachedPage) {
  // Too short to be compressed, hence at hand.
  return (formOf(page, 'identity') as Form).body.toString() === 'open';
}
