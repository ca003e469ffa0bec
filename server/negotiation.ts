import type { IncomingMessage } from 'node:http';
import type { Encoding } from './page-cache';

/** What browsers send, answered without parsing it each time. */
const known = new Map<string, Encoding>([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate, br', 'br'],
  ['br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip', 'gzip'],
]);

/** The best encoding the reader accepts (RFC 9110, 12.5.3): br, then gzip, unless refused with q=0. */
export function acceptedEncoding(request: IncomingMessage): Encoding {
  const header = request.headers['accept-encoding']?.toString() ?? '';
  return known.get(header) ?? parse(header);
}

/** Whether the reader already holds this version (If-None-Match, weak comparison). */
export function isNotModified(request: IncomingMessage, etag: string) {
  const held = request.headers['if-none-match'];
  if (!held) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return held.trim() === '*' || held.split(',').some((tag) => bare(tag) === bare(etag));
}

function parse(header: string): Encoding {
  const offered = new Map<string, number>();
  for (const part of header.toLowerCase().split(',').slice(0, 20)) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.find((piece) => piece.startsWith('q='));
    if (name) offered.set(name, quality ? Number(quality.slice(2)) || 0 : 1);
  }
  const accepts = (name: string) => (offered.get(name) ?? offered.get('*') ?? 0) > 0;
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}
