import type { IncomingMessage } from 'node:http';
import { Visits } from '@/lib/redirects/visits';
import type { CachedPage } from '@/server/cache/page-cache';
import { wouldBeFeed } from './routes';

let visits: Visits | undefined;

/** Notes in memory that a redirect was followed, or that nothing was found at an address. */
export function countVisit(request: IncomingMessage, address: string, { status, rule }: CachedPage) {
  if (!rule && status !== 404) return;
  // Loaded ahead, and perhaps never looked at.
  if (/prefetch|prerender/.test(request.headers['sec-purpose']?.toString() ?? '')) return;
  if (rule) (visits ??= new Visits()).hit(rule.id);
  else if (!wouldBeFeed(address)) (visits ??= new Visits()).miss(address, request.headers.referer);
}

/** Hands over what this process has noted. */
export async function closeVisits() {
  await visits?.flush();
}
