import type { IncomingMessage } from 'node:http';
import type { Encoding } from '@/server/cache/page-cache';

export const REVALIDATE_ALWAYS = 'public, max-age=0, must-revalidate';
const known = new Map<string, Encoding>([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate, br', 'br'],
  ['br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip', 'gzip'],
]);
const ours: Encoding[] = ['br', 'gzip'];

/** The preferred encoding (RFC 9110, 12.5.3); uncompressed if none is acceptable. */
export function acceptedEncoding(request: IncomingMessage): Encoding {
  const header = request.headers['accept-encoding']?.toString() ?? '';
  return known.get(header) ?? parse(header);
}

/** Whether gzip is acceptable and not less welcome than no compression. */
export function acceptsGzip(request: IncomingMessage) {
  const header = request.headers['accept-encoding']?.toString() ?? '';
  if (known.has(header)) return header !== 'br';
  const weights = weightsOf(header);
  const weight = weights.get('gzip') ?? weights.get('*') ?? 0;
  return weight > 0 && weight >= (weights.get('identity') ?? 0);
}

export function isNotModified(request: IncomingMessage, etag: string) {
  const etags = request.headers['if-none-match'];
  if (!etags) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return etags.trim() === '*' || etags.split(',').some((tag) => bare(tag) === bare(etag));
}

/** Whether HTML is preferred over feed types (RFC 9110, 12.5.1). */
export function prefersPage({ headers }: IncomingMessage) {
  const weights = weightsOf(headers.accept ?? '');
  const others = [...weights].filter(([type]) => type !== 'text/html' && type !== 'application/xhtml+xml');
  return (
    (weights.get('text/html') ?? 0) > Math.max(0, ...others.filter(([type]) => ofFeeds.test(type)).map(([, q]) => q))
  );
}

const ofFeeds = /^(?:[*]|application|text)\/(?:[*]|xml|json|(?:atom|rss|rdf)\+xml|feed\+json)$/;

function parse(header: string): Encoding {
  const offered = weightsOf(header);
  const weightOf = (name: string) => offered.get(name) ?? offered.get('*') ?? 0;
  const best = ours.reduce((best, name) => (weightOf(name) > weightOf(best) ? name : best));
  return weightOf(best) > 0 && weightOf(best) >= (offered.get('identity') ?? 0) ? best : 'identity';
}

function weightsOf(header: string) {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',').slice(0, 20)) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.find((piece) => piece.startsWith('q='));
    if (name) weights.set(name.replace(/^x-gzip$/, 'gzip'), quality ? weight(quality.slice(2)) : 1);
  }
  return weights;
}

// RFC 9110 allows three decimals; anything else counts as 0.
function weight(text: string) {
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(text) ? Number(text) : 0;
}
