import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { makePage, type CachedPage } from '@/server/cache/page-cache';
import { sendPage } from './public-pages';
import { securityHeaders } from './security-headers';

const folder = join(process.cwd(), '.next/static');
const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
  png: 'image/png',
  woff2: 'font/woff2',
};

let files: Set<string> | undefined;
const loaded = new Map<string, Promise<CachedPage>>();

/** Names contain a content hash: cached in memory and for ever. */
export async function serveStaticFile(request: IncomingMessage, response: ServerResponse, pathname: string) {
  files ??= listFiles();
  const name = pathname.replace('/_next/static/', '');
  if (!pathname.startsWith('/_next/static/') || !files.has(name)) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end('File not found.\n');
    return;
  }
  let file = loaded.get(name);
  if (!file) loaded.set(name, (file = load(name)));
  file.catch(() => loaded.delete(name));
  sendPage(request, response, await file);
}

function listFiles() {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  );
}

async function load(name: string) {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return makePage({
    key: `/_next/static/${name}`,
    status: 200,
    headers: {
      ...securityHeaders(),
      'content-type': types[extension] ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    },
    body: await readFile(join(folder, name)),
    tags: [],
    startedAt: 0,
    expiresAt: Infinity,
  });
}
