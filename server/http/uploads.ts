import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { env } from '@/lib/platform/env';
import { downloadTypeOf, extensionOf, isPlayable, isUploadName } from '@/lib/media/downloads';
import { fetchFile, uploadsFolder } from '@/lib/media/storage';
import { clientOf } from './client-address';
import { isNotModified } from './negotiation';
import { rangeOf } from './ranges';
import { queues } from './request-queues';

const types: Record<string, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
};
/** Serves uploads, fetched from shared storage if missing. Names contain a content hash. */
export async function serveUpload(request: IncomingMessage, response: ServerResponse, pathname: string) {
  const name = pathname.replace(/^\/uploads\//, '');
  const path = isUploadName(name) ? join(uploadsFolder(), name) : null;
  const look = async () => (path ? stat(path).catch(() => null) : null);
  let found = await look();
  if (!found && path && (await fetchFromStorage(request, name))) found = await look();
  if (!path || !found?.isFile()) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end('File not found.\n');
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
  // If-Range does not accept weak ETags.
  const asked = request.headers['if-range'] ? undefined : request.headers.range;
  const range = rangeOf(asked, found.size);
  if (range === 'none') {
    response.writeHead(416, { 'Content-Range': `bytes */${found.size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: found.size - 1 };
  response.writeHead(range ? 206 : 200, {
    ...headersOf(name),
    'Accept-Ranges': 'bytes',
    'Content-Length': found.size === 0 ? 0 : end - start + 1,
    ...(range ? { 'Content-Range': `bytes ${start}-${end}/${found.size}` } : {}),
  });
  if (request.method === 'HEAD' || found.size === 0) response.end();
  else
    createReadStream(path, { start, end })
      .on('error', () => response.destroy())
      .pipe(response);
}

function headersOf(name: string) {
  const own = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
  const download = downloadTypeOf(name);
  const policy = "default-src 'none'; sandbox";
  if (!download) return { ...own, 'Content-Type': types[extensionOf(name)], 'Content-Security-Policy': policy };
  const isPlayed = isPlayable(download);
  return {
    ...own,
    'Content-Type': download,
    'Content-Disposition': isPlayed ? 'inline' : 'attachment',
    // The browser's video player loads the file from this address.
    'Content-Security-Policy': isPlayed ? "default-src 'none'; media-src 'self'; sandbox allow-same-origin" : policy,
  };
}

function fetchFromStorage(request: IncomingMessage, path: string) {
  return env().s3 ? queues.storage.run(clientOf(request), () => fetchFile(path)) : false;
}
