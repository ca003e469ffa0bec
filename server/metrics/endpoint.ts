import { timingSafeEqual, createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '@/lib/platform/env';
import { metricsText } from './aggregation';

const loopback = /^(::ffff:)?127\.|^::1$/;
/** A proxy on this machine makes its clients look local, but adds these. */
const ofProxies = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/** Must be asked before the request's headers are cleaned. */
export function mayReadMetrics(request: IncomingMessage) {
  const { metricsToken } = env();
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (metricsToken && given) return timingSafeEqual(digest(given), digest(metricsToken));
  const host = request.headers.host?.replace(/:\d+$/, '') ?? '';
  const isNeighbour = loopback.test(request.socket.remoteAddress ?? '') && /^(localhost|127\..*|\[::1\])$/.test(host);
  return isNeighbour && ofProxies.every((name) => request.headers[name] === undefined);
}

export async function respondMetrics(response: ServerResponse, isAllowed: boolean) {
  const text = isAllowed ? await metricsText() : 'Metrics are read on the machine itself, or with METRICS_TOKEN.\n';
  response.writeHead(isAllowed ? 200 : 403, {
    'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(text);
}

function digest(text: string) {
  return createHash('sha256').update(text).digest();
}
