import type { IncomingMessage } from 'node:http';
import { env } from '@/lib/env';

/**
 * Whether a browser sent this write from a page of another site (or of another origin of the same site). Next and
 * lib/form-action.ts check again; here it holds for every route alike. A program that sends neither header is no
 * browser and carries nobody's cookies.
 */
export function comesFromElsewhere(request: IncomingMessage) {
  const site = request.headers['sec-fetch-site'];
  if (site && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = request.headers;
  if (!origin) return false;
  if (!URL.canParse(origin)) return true;
  const sender = new URL(origin);
  return sender.host !== host && sender.origin !== new URL(env().siteUrl).origin;
}
