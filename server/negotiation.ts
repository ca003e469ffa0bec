import type { IncomingMessage } from 'node:http';
import type { Encoding } from './page-cache';

/** The best encoding the reader accepts (RFC 9110, 12.5.3): br, then gzip, unless refused with q=0. */
export function acceptedEncoding(request: IncomingMessage): Encoding {
  const offered = new Map<string, number>();
  for (const part of (request.headers['accept-encoding']?.toString() ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.find((piece) => piece.startsWith('q='));
    if (name) offered.set(name, quality ? Number(quality.slice(2)) || 0 : 1);
  }
  const accepts = (name: string) => (offered.get(name) ?? offered.get('*') ?? 0) > 0;
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}

/** Whether the reader already holds this version (If-None-Match, weak comparison). */
export function isNotModified(request: IncomingMessage, etag: string) {
  const held = request.headers['if-none-match'];
  if (!held) return false;
  return (
    held === '*' ||
    held.split(',').some(
      (tag) =>
        tag
          .trim()
          .replace(/^W\//, '')
          .replace(/-(gzip|br)"$/, '"') === etag,
    )
  );
}
