import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { bringFile, uploadsFolder } from '@/lib/media/storage';
import { lanes } from './admission';
import { clientOf } from './client-address';
import { isNotModified } from './negotiation';

const types: Record<string, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
};
/** What an upload may be called: made by lib/media, so anything else is not there. */
const fileName = /^\/uploads\/((?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*\.(avif|webp|jpg|png|gif))$/;

/**
 * Serves an image from DATA_DIR/uploads, where it is brought from the shared store if there is one. Names carry a hash of
 * the content, so they may be kept for ever.
 */
export async function serveUpload(request: IncomingMessage, response: ServerResponse, pathname: string) {
  const match = fileName.exec(pathname);
  const path = match?.[1] ? join(uploadsFolder(), match[1]) : null;
  const look = async () => (path ? stat(path).catch(() => null) : null);
  let found = await look();
  if (!found && match?.[1] && (await bring(request, match[1]))) found = await look();
  if (!path || !found?.isFile()) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end('There is no such image.\n');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const etag = `W/"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  if (isNotModified(request, etag)) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': types[match?.[2] ?? ''] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(path)
      .on('error', () => response.destroy())
      .pipe(response);
}

function bring(request: IncomingMessage, path: string) {
  return env().s3 ? lanes.pictures.run(clientOf(request), () => bringFile(path)) : false;
}
