import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '@/lib/platform/env';
import { frameHostOf } from '@/lib/platform/frame-origin';
import type { Application } from '@/server/rendering/application';
import { isTrustedPeer } from './client-address';
import { parseTarget } from './routes';
import { setSecurityHeaders } from './security-headers';

/** Whether a request is for the origin of frames (ADS_FRAME_ORIGIN). */
export function isForFrames(request: IncomingMessage) {
  const { adsFrameOrigin } = env();
  return adsFrameOrigin !== null && frameHostOf(adsFrameOrigin, hostOf(request, adsFrameOrigin)) !== null;
}

/** That origin has frames and nothing else: code in one finds no page, no form and no file of the site there. */
export function serveFrames(request: IncomingMessage, response: ServerResponse, application: Application) {
  setSecurityHeaders(response);
  const target = parseTarget(request.url);
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading || !target?.pathname.startsWith('/_s/f/')) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end('Not found.\n');
    return;
  }
  request.url = target.pathname + target.search;
  request.headers.host = hostOf(request, env().adsFrameOrigin ?? '');
  application.answer(request, response).catch(() => {
    if (response.headersSent) response.destroy();
    else response.writeHead(503, { 'Cache-Control': 'no-store', 'Retry-After': '5' }).end();
  });
}

/** As the browser named it, without the port that its protocol has anyway. */
function hostOf(request: IncomingMessage, origin: string) {
  const forwarded = isTrustedPeer(request) ? request.headers['x-forwarded-host']?.toString() : undefined;
  const address = `${new URL(origin.replace('//*.', '//')).protocol}//${forwarded ?? request.headers.host ?? ''}`;
  return URL.canParse(address) ? new URL(address).host : '';
}
