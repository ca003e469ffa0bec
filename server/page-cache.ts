import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { caches } from '@/lib/caching/process-caches';

export type Encoding = 'identity' | 'gzip' | 'br';

/** One form of a finished answer, ready to be written: its body, and its header as name, value, name, value. */
export type Form = { head: string[]; body: Buffer };

/** A finished answer: the same bytes for everybody who asks for this address. */
export type CachedPage = {
  key: string;
  status: number;
  headers: Record<string, string>;
  etag: string;
  body: Buffer;
  /** Compressed once, when first asked for. */
  forms: Partial<Record<Encoding, Form>>;
  tags: string[];
  startedAt: number;
  expiresAt: number;
};

/** What may be kept in all, in bytes, with every form that was made. */
const CAPACITY = 96 * 1024 * 1024;
/** A "not found" is worth little and there is no end of them: little room (bytes), and not for long (ms). */
const NOT_FOUND_CAPACITY = 8 * 1024 * 1024;
const NOT_FOUND_FOR = 10_000;
/** Below this a compressed body is hardly smaller, in bytes. */
const WORTH_COMPRESSING = 512;
const compressible =
  /^(text\/|application\/(json|xml|feed\+json|atom\+xml|rss\+xml|javascript|manifest\+json))|\+xml|\+json/;

const pages = new LRUCache<string, CachedPage>({ maxSize: CAPACITY, sizeCalculation: sizeOf });
const notFound = new LRUCache<string, CachedPage>({
  maxSize: NOT_FOUND_CAPACITY,
  sizeCalculation: sizeOf,
  ttl: NOT_FOUND_FOR,
});

/** The page kept for this address, unless something it was made of changed since its rendering began. */
export function findPage(key: string): CachedPage | null {
  for (const store of [pages, notFound]) {
    const page = store.get(key);
    if (!page) continue;
    if (page.expiresAt > Date.now() && !caches.clock.isStale(page.tags, page.startedAt)) return page;
    store.delete(key);
  }
  return null;
}

export function keepPage(page: CachedPage) {
  storeFor(page).set(page.key, page);
}

/** Makes an answer ready to be kept and sent. */
export function makePage(answer: Omit<CachedPage, 'etag' | 'forms'>): CachedPage {
  // Weak, because one tag stands for all compressed forms (RFC 9110, 8.8.3).
  const etag = `W/"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 27)}"`;
  return { ...answer, etag, forms: {} };
}

/** The page in this encoding, compressed once for all who ask; in plain form where compressing is not worth it. */
export function formOf(page: CachedPage, encoding: Encoding): Form {
  return (page.forms[encoding] ??= makeForm(page, encoding));
}

export function pageCacheBytes() {
  return pages.calculatedSize + notFound.calculatedSize;
}

function makeForm(page: CachedPage, wanted: Encoding): Form {
  const isWorthIt = page.body.byteLength > WORTH_COMPRESSING && compressible.test(page.headers['content-type'] ?? '');
  const encoding = isWorthIt ? wanted : 'identity';
  const body = compress(page.body, encoding);
  const headers = {
    ...page.headers,
    etag: page.etag,
    ...(isWorthIt ? { vary: 'Accept-Encoding' } : {}),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    'content-length': String(body.byteLength),
  };
  const form = { head: Object.entries(headers).flat(), body };
  page.forms[wanted] = form;
  // The page has grown: kept, it is weighed again, so that the bound holds.
  const store = storeFor(page);
  if (store.peek(page.key) === page) store.set(page.key, page, { noUpdateTTL: true });
  return form;
}

function compress(body: Buffer, encoding: Encoding) {
  if (encoding === 'identity') return body;
  if (encoding === 'gzip') return gzipSync(body, { level: 6 });
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength },
  });
}

function storeFor(page: CachedPage) {
  return page.status === 404 ? notFound : pages;
}

// A header of strings for each form, and the bookkeeping around it, come to about 4 kB.
function sizeOf(page: CachedPage) {
  const { gzip, br } = page.forms;
  const compressed = [gzip, br].filter((form) => form && form.body !== page.body);
  return page.body.byteLength + compressed.reduce((sum, form) => sum + (form?.body.byteLength ?? 0), 4_000);
}
