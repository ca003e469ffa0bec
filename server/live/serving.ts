import type { IncomingMessage, ServerResponse } from 'node:http';
import { readThreadCursor, type ThreadState } from '@/lib/comments/thread-state';
import { formOf } from '@/server/cache/page-cache';
import { clientOf } from '@/server/http/client-address';
import { pageOf } from '@/server/http/page-rendering';
import { securityHeaders } from '@/server/http/security-headers';
import type { Application } from '@/server/rendering/application';
import { postOfStream, THREAD_STATES } from './addresses';
import { LiveStreams, type Opened } from './live-streams';

const RETRY_SECONDS = '60';

const refusals: Record<Exclude<Opened, 'open'>, [number, string]> = {
  missing: [404, 'There is no such conversation.'],
  'too-many': [429, 'Too many pages at your address follow conversations.'],
  full: [503, 'Too many readers follow conversations at the moment.'],
  closing: [503, 'This site is restarting.'],
};

let streams: LiveStreams | undefined;

/** Ends all streams; later ones are refused. */
export function closeLiveStreams() {
  streams?.close();
}

/** Says how many comments of a thread are new, and goes on saying it. Reads no cookie; neither Next nor a database is asked for each reader. */
export async function serveLiveStream(
  request: IncomingMessage,
  response: ServerResponse,
  { pathname, search, application }: { pathname: string; search: string; application: Application },
) {
  const site = request.headers['sec-fetch-site'] ?? 'same-origin';
  if (site !== 'same-origin') return refuse(response, 403, 'This stream is for pages of this site.');
  const postId = postOfStream(pathname) ?? '';
  const since = readThreadCursor(new URLSearchParams(search).get('since') ?? '');
  if (!since) return refuse(response, 400, 'This address does not say since when comments are new. Reload the page.');
  if (request.method === 'HEAD') return void response.writeHead(200, { 'Cache-Control': 'no-store' }).end();
  streams ??= new LiveStreams((id, client) => readState(`${THREAD_STATES}${id}`, client, application));
  const opened = await streams.open(response, { postId, since, client: clientOf(request) });
  if (opened !== 'open') refuse(response, ...refusals[opened]);
}

async function readState(key: string, client: string | null, application: Application): Promise<ThreadState | null> {
  const page = await pageOf(key, client, application);
  if (page.status === 404) return null;
  if (page.status !== 200) throw new Error(`The thread answered ${page.status}.`);
  const { body } = await formOf(page, 'identity');
  return JSON.parse(body.toString('utf8')) as ThreadState;
}

function refuse(response: ServerResponse, status: number, sentence: string) {
  const headers = { ...securityHeaders(), 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(status, status > 403 ? { ...headers, 'Retry-After': RETRY_SECONDS } : headers);
  response.end(`${sentence}\n`);
}
