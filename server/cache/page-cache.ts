import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { caches } from '@/lib/caching/process-caches';
import { compressBeside, compressNow, compressThoroughly, decompress } from './compression';

export type Encoding = 'identity' | 'gzip' | 'br';

/** One form of a finished answer, ready to be written: its body, and its header as name, value, name, value. */
export type Form = { head: string[]; body: Buffer; uses: number };

/** A finished answer: the same bytes for everybody who asks for this address. */
export type CachedPage = {
  key: string;
  status: number;
  headers: Record<string, string>;
  etag: string;
  /** As it was rendered; null once a compressed form stands for it. */
  plain: Buffer | null;
  /** Of the plain body, in bytes. */
  size: number;
  isCompressible: boolean;
  /** Compressed once, when first asked for. */
  forms: Partial<Record<Encoding, Form>>;
  /** Forms of a large page that are being made. */
  coming: Partial<Record<Encoding, Promise<Form>>>;
  tags: string[];
  startedAt: number;
  expiresAt: number;
  /** Headers of the request by which another page may stand at its address, beside the encoding. */
  varies?: string[];
};

/** What may be kept in all, in bytes, with every form that was made. */
const CAPACITY = 96 * 1024 * 1024;
/**
 * A "not found", or where the query of another system leads, is worth little and there is no end of them: little room
 * (bytes), and not for long (ms).
 */
const ENDLESS_CAPACITY = 8 * 1024 * 1024;
const ENDLESS_FOR = 10_000;
/** Below this a compressed body is hardly smaller, in bytes. */
const WORTH_COMPRESSING = 512;
/** Above this compressing takes long enough for others to notice, in bytes: it is done beside the requests. */
const LARGE = 128 * 1024;
/** After so many readers a page is worth its smallest form; larger ones (bytes) would keep a core busy for too long. */
const MANY_READERS = 64;
const WORTH_POLISHING = 512 * 1024;
const compressible =
  /^(text\/|application\/(json|xml|feed\+json|atom\+xml|rss\+xml|javascript|manifest\+json))|\+xml|\+json/;

const pages = new LRUCache<string, CachedPage>({ maxSize: CAPACITY, sizeCalculation: sizeOf });
const endless = new LRUCache<string, CachedPage>({
  maxSize: ENDLESS_CAPACITY,
  sizeCalculation: sizeOf,
  ttl: ENDLESS_FOR,
});
let isPolishing = false;

/** The page kept for this address, unless something it was made of changed since its rendering began. */
export function findPage(key: string): CachedPage | null {
  if (!caches.lease.isValid()) return null;
  for (const store of [pages, endless]) {
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

type Finished = Omit<CachedPage, 'etag' | 'plain' | 'size' | 'isCompressible' | 'forms' | 'coming'> & { body: Buffer };

/** Makes an answer ready to be kept and sent. */
export function makePage({ body, ...answer }: Finished): CachedPage {
  // Weak, because one tag stands for all compressed forms (RFC 9110, 8.8.3).
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const isCompressible = body.byteLength > WORTH_COMPRESSING && compressible.test(answer.headers['content-type'] ?? '');
  return { ...answer, etag, plain: body, size: body.byteLength, isCompressible, forms: {}, coming: {} };
}

/**
 * The page in this encoding, compressed once for all who ask; in plain form where compressing is not worth it. A large
 * one that nobody has asked for yet is promised.
 */
export function formOf(page: CachedPage, wanted: Encoding): Form | Promise<Form> {
  const encoding = page.isCompressible ? wanted : 'identity';
  const form = page.forms[encoding];
  if (form) {
    form.uses += 1;
    if (form.uses === MANY_READERS && encoding === 'br') void polish(page);
    return form;
  }
  const plain = plainOf(page);
  if (encoding === 'identity') return enter(page, 'identity', plain);
  if (page.size <= LARGE) return enter(page, encoding, compressNow(plain, encoding));
  return (page.coming[encoding] ??= compressBeside(plain, encoding)
    .then((body) => enter(page, encoding, body))
    .finally(() => delete page.coming[encoding]));
}

/** What both "200" and "304" say about a page. */
export function headersOf(page: CachedPage): Record<string, string> {
  const varies = [...(page.varies ?? []), ...(page.isCompressible ? ['Accept-Encoding'] : [])];
  return { ...page.headers, etag: page.etag, ...(varies.length > 0 ? { vary: varies.join(', ') } : {}) };
}

export function pageCacheBytes() {
  return pages.calculatedSize + endless.calculatedSize;
}

export function pageCacheCount() {
  return pages.size + endless.size;
}

function enter(page: CachedPage, encoding: Encoding, body: Buffer): Form {
  const headers = {
    ...headersOf(page),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    'content-length': String(body.byteLength),
  };
  const form = { head: Object.entries(headers).flat(), body, uses: 1 };
  page.forms[encoding] = form;
  // Nearly everybody takes a compressed form, and the plain one is five times as large.
  if (encoding !== 'identity') page.plain = null;
  weighAnew(page);
  return form;
}

function plainOf({ plain, forms }: CachedPage): Buffer {
  if (plain) return plain;
  if (forms.identity) return forms.identity.body;
  if (forms.gzip) return decompress(forms.gzip.body, 'gzip');
  if (forms.br) return decompress(forms.br.body, 'br');
  throw new Error('A page without any form');
}

// One page at a time: the other cores have readers to serve.
async function polish(page: CachedPage) {
  if (isPolishing || page.size > WORTH_POLISHING || !isKept(page)) return;
  isPolishing = true;
  try {
    const smaller = await compressThoroughly(plainOf(page));
    if (isKept(page) && smaller.byteLength < (page.forms.br?.body.byteLength ?? 0)) {
      enter(page, 'br', smaller).uses = MANY_READERS;
    }
  } finally {
    isPolishing = false;
  }
}

// A page that has grown is weighed again, so that the bound holds.
function weighAnew(page: CachedPage) {
  if (isKept(page)) storeFor(page).set(page.key, page, { noUpdateTTL: true });
}

function isKept(page: CachedPage) {
  return storeFor(page).peek(page.key) === page;
}

function storeFor(page: CachedPage) {
  return page.status === 404 || page.key.includes('?') ? endless : pages;
}

// A header of strings for each form, and the bookkeeping around it, come to about 4 kB; names can be long.
function sizeOf(page: CachedPage) {
  const names = [page.key, ...page.tags].reduce((sum, name) => sum + 50 + name.length * 2, 0);
  const bodies = new Set([page.plain, ...Object.values(page.forms).map(({ body }) => body)]);
  return [...bodies].reduce((sum, body) => sum + (body?.byteLength ?? 0), 4_000 + names);
}
