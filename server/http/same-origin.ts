import type { IncomingMessage } from 'node:http';
import { env } from '@/lib/platform/env';
import { isThisMachine } from '@/lib/platform/ip-addresses';
import { log } from '@/lib/platform/log';
import type { Refusal } from './refusals';

const LOG_INTERVAL_MS = 60_000;

let loggedAt = -Infinity;
let parsedSite: URL | undefined;

/** Requests with neither header carry no browser cookies. lib/actions/form-action.ts checks again. */
export function refusalOfOrigin(request: IncomingMessage): Refusal | null {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  if (site && site !== 'same-origin' && site !== 'none') return isCrossOrigin;
  if (origin === undefined || isOurs(origin, request.headers.host)) return null;
  if (!URL.canParse(origin)) return isCrossOrigin;
  logOnce(origin);
  return {
    status: 403,
    title: 'This form was sent from another address than that of this site.',
    advice: `Nothing was saved. This site takes forms only from its pages at ${env().siteUrl}.`,
    remedy: 'Please open the page there and send it again.',
  };
}

/** SITE_URL's host, or the requested host if local. */
export function hostOf({ headers: { origin, host } }: IncomingMessage) {
  const site = ownSite();
  return isThisMachine(site.hostname) && origin !== site.origin ? host : site.host;
}

// Parsed once, because each request asks for it.
function ownSite() {
  return (parsedSite ??= new URL(env().siteUrl));
}

function isOurs(origin: string, host: string | undefined) {
  const site = ownSite();
  if (!URL.canParse(origin)) return false;
  const sender = new URL(origin);
  return sender.origin === site.origin || (isThisMachine(site.hostname) && sender.host === host);
}

const isCrossOrigin: Refusal = {
  status: 403,
  title: 'This form was sent from another site.',
  advice: 'Nothing was saved.',
  remedy: 'Please open the page on this site and send it again.',
};

function logOnce(origin: string) {
  if (performance.now() - loggedAt < LOG_INTERVAL_MS) return;
  loggedAt = performance.now();
  const { siteUrl } = env();
  log.warn(
    { event: 'form_from_another_address', origin: origin.slice(0, 300), siteUrl },
    'a form was refused: its Origin header is not SITE_URL; if readers use that address, set SITE_URL to it',
  );
}
