import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { caches } from '@/lib/caching/process-caches';

export type Encoding = 'identity' | 'gzip' | 'br';

/** A finished answer: the same bytes for everybody who asks for this address. */
export type CachedPage = {
  status: number;
  headers: Record<string, string>;
  etag: string;
  bodies: Partial<Record<Encoding, Buffer>> & { identity: Buffer };
  tags: string[];
  startedAt: number;
  expiresAt: number;
};

/** What may be kept in all, in bytes; counted with every encoding that was made. */
const CAPACITY = 128 * 1024 * 1024;
/** A "not found" is worth little and there is no end of them: few, and not for long (ms). */
const NOT_FOUND_CAPACITY = 2_000;
const NOT_FOUND_FOR = 10_000;

const pages = new LRUCache<string, CachedPage>({ maxSize: CAPACITY, sizeCalculation: sizeOf });
const notFound = new LRUCache<string, CachedPage>({ max: NOT_FOUND_CAPACITY, ttl: NOT_FOUND_FOR });

/** The page kept for this address, unless something it was made of changed since its rendering began. */
export function findPage(key: string): CachedPage | null {
  const page = pages.get(key) ?? notFound.get(key);
  if (!page) return null;
  if (page.expiresAt > Date.now() && !caches.clock.isStale(page.tags, page.startedAt)) return page;
  pages.delete(key);
  notFound.delete(key);
  return null;
}

export function keepPage(key: string, page: CachedPage) {
  if (page.status === 404) notFound.set(key, page);
  else pages.set(key, page);
}

/** Makes an answer ready to be kept and sent; compressed forms are made when first asked for. */
export function makePage(answer: Omit<CachedPage, 'etag' | 'bodies'> & { body: Buffer }): CachedPage {
  const { body, ...rest } = answer;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return { ...rest, etag, bodies: { identity: body } };
}

/** The body in this encoding, compressed once for all who ask. */
export function encodedBody(page: CachedPage, encoding: Encoding): Buffer {
  return (page.bodies[encoding] ??= compress(page.bodies.identity, encoding));
}

export function pageCacheBytes() {
  return pages.calculatedSize;
}

function compress(body: Buffer, encoding: Encoding) {
  if (encoding === 'gzip') return gzipSync(body, { level: 6 });
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

// The compressed forms come later, at about a quarter each: counting them from the start keeps the bound honest.
function sizeOf(page: CachedPage) {
  return Math.ceil(page.bodies.identity.byteLength * 1.5) + 1_000;
}
