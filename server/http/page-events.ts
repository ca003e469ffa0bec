import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { openToken, sessionCookieName } from '@/lib/auth/session-cookie';
import { countedAs } from '@/lib/platform/ip-addresses';
import { env } from '@/lib/platform/env';
import { Intake, type Sender } from '@/lib/statistics/intake';
import { Journal } from '@/lib/statistics/journal';
import type { Application } from '@/server/rendering/application';
import { bodyLimitsOf, PAGE_EVENTS } from './body-limits';
import { CLIENT_HEADER, clientOf, isTrustedPeer } from './client-address';
import { refuseRequest } from './refusals';
import { BodyRejected, withBody, withWholeBody } from './request-body';
import { refusalOfOrigin } from './same-origin';

/** Reports on frames are short. */
const MAX_REPORT_BYTES = 1024;
/** Ours have some 300 characters. */
const MAX_TOKEN_LENGTH = 2_000;

let opened: { journal: Journal; intake: Intake } | undefined;
/** The people of session cookies, because opening one costs more than all the rest. */
const people = new LRUCache<string, Promise<string | null>>({ max: 1_000, ttl: 60_000 });

/** Notes what a page sends of itself. Nothing is asked of the renderer or the database, but for a report on a frame. */
export async function receivePageEvents(request: IncomingMessage, response: ServerResponse, application: Application) {
  const { intake, journal } = (opened ??= open());
  const refusal = refusalOfOrigin(request);
  if (refusal) {
    intake.refuse('cross-site');
    return refuseRequest(request, response, refusal);
  }
  const bounds = await bodyLimitsOf(PAGE_EVENTS, async () => false);
  if (!bounds) return;
  try {
    await withWholeBody(request, { bounds, client: clientOf(request) }, async (body) => {
      const sent = parseJson(body);
      if (isReport(sent)) return answerReport(request, response, { body, application });
      const status = await statusOf(request, sent, intake);
      await journal.written();
      end(response, status);
    });
  } catch (error) {
    if (error instanceof BodyRejected && error.refusal.status === 413) intake.refuse('too-large');
    throw error;
  }
}

/** Hands over what this process has noted. */
export async function closePageEvents() {
  await opened?.journal.close();
}

function open() {
  const journal = new Journal();
  return { journal, intake: new Intake(journal) };
}

async function statusOf(request: IncomingMessage, sent: unknown, intake: Intake) {
  if (request.headers['sec-fetch-site'] !== 'same-origin') {
    intake.refuse(sent === null ? 'unreadable' : 'cross-site');
    return sent === null ? 400 : 403;
  }
  return intake.receive(sent, await senderOf(request)) ? 204 : 400;
}

async function answerReport(
  request: IncomingMessage,
  response: ServerResponse,
  { body, application }: { body: Buffer; application: Application },
) {
  if (body.byteLength > MAX_REPORT_BYTES) return end(response, 413);
  await application.answer(withBody(request, body), response);
}

async function senderOf(request: IncomingMessage): Promise<Sender> {
  const header = (name: string) => request.headers[name]?.toString() ?? '';
  return {
    client: countedAs(header(CLIENT_HEADER)),
    userAgent: header('user-agent').slice(0, 1_000),
    brands: header('sec-ch-ua').slice(0, 1_000),
    purpose: `${header('sec-purpose')} ${header('purpose')}`,
    country: countryOf(request),
    userId: await userOf(header('cookie')),
  };
}

function countryOf(request: IncomingMessage) {
  const { countryHeader } = env();
  if (!countryHeader || !isTrustedPeer(request)) return null;
  const code = request.headers[countryHeader]?.toString().toUpperCase() ?? '';
  // XX and T1 are Cloudflare's words for "unknown" and "Tor".
  return /^[A-Z]{2}$/.test(code) && code !== 'XX' ? code : null;
}

function userOf(cookie: string) {
  const name = `${sessionCookieName()}=`;
  const token = cookie
    .split(/; */)
    .findLast((one) => one.startsWith(name))
    ?.slice(name.length);
  if (!token || token.length > MAX_TOKEN_LENGTH) return null;
  const known = people.get(token) ?? openToken(token).then((claims) => claims?.sub ?? null);
  people.set(token, known);
  return known;
}

function isReport(sent: unknown) {
  return typeof sent === 'object' && sent !== null && 'frame' in sent;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

function end(response: ServerResponse, status: number) {
  response.writeHead(status, { 'Cache-Control': 'no-store' }).end();
}
