import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { caches } from '@/lib/caching/process-caches';
import type { FollowedRule } from '@/lib/redirects/queries';
import { compressAsync, compressSync, compressBest, decompress } from './compression';
import { sizeOfNonceForms, type NonceForms } from './nonce-forms';

export type Encoding = 'identity' | 'gzip' | 'br';

export type Form = { head: string[]; body: Buffer; uses: number };

export type CachedPage = {
  key: string;
  status: number;
  headers: Record<string, string>;
  etag: string;
  plain: Buffer | null;
  size: number;
  isCompressible: boolean;
  forms: Partial<Record<Encoding, Form>>;
  pendingForms: Partial<Record<Encoding, Promise<Form>>>;
  tags: string[];
  startedAt: number;
  expiresAt: number;
  /** Besides Accept-Encoding. */
  varies?: string[];
  /** The page with in-page code, for readers whose browsers may run it; everybody else gets the page itself. */
  withCode?: NonceForms;
  /** The stored redirect that leads on from here, whose hits are counted. */
  rule?: FollowedRule;
};

const CAPACITY_BYTES = 96 * 1024 * 1024;
/** "Not found", what is below a redirected folder, and foreign queries have unlimited addresses. */
const UNBOUNDED_CAPACITY = 8 * 1024 * 1024;
const UNBOUNDED_TTL_MS = 10_000;
const MIN_COMPRESSED_BYTES = 512;
const MAX_SYNC_BYTES = 128 * 1024;
/** From here on the best compression pays off. */
const POLISH_AFTER_USES = 64;
const MAX_POLISHED_BYTES = 512 * 1024;
const compressible =
  /^(text\/|application\/(json|xml|feed\+json|atom\+xml|rss\+xml|javascript|manifest\+json))|\+xml|\+json/;

const pages = new LRUCache<string, CachedPage>({ maxSize: CAPACITY_BYTES, sizeCalculation: sizeOf });
const unbounded = new LRUCache<string, CachedPage>({
  maxSize: UNBOUNDED_CAPACITY,
  sizeCalculation: sizeOf,
  ttl: UNBOUNDED_TTL_MS,
});
let isPolishing = false;

export function findPage(key: string): CachedPage | null {
  if (!caches.lease.isValid()) return null;
  for (const store of [pages, unbounded]) {
    const page = store.get(key);
    if (!page) continue;
    if (page.expiresAt > Date.now() && !caches.clock.isStale(page.tags, page.startedAt)) return page;
    store.delete(key);
  }
  return null;
}

export function storePage(page: CachedPage) {
  storeFor(page).set(page.key, page);
}

type Finished = Omit<CachedPage, 'etag' | 'plain' | 'size' | 'isCompressible' | 'forms' | 'pendingForms'> & {
  body: Buffer;
};

export function makePage({ body, ...answer }: Finished): CachedPage {
  // Weak, because one tag covers all compressed forms (RFC 9110, 8.8.3).
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const isCompressible =
    body.byteLength > MIN_COMPRESSED_BYTES && compressible.test(answer.headers['content-type'] ?? '');
  return { ...answer, etag, plain: body, size: body.byteLength, isCompressible, forms: {}, pendingForms: {} };
}

/** A promise for a large page that is being compressed. */
export function formOf(page: CachedPage, wanted: Encoding): Form | Promise<Form> {
  const encoding = page.isCompressible ? wanted : 'identity';
  const form = page.forms[encoding];
  if (form) {
    form.uses += 1;
    if (form.uses === POLISH_AFTER_USES && encoding === 'br') void polish(page);
    return form;
  }
  const plain = plainOf(page);
  if (encoding === 'identity') return enter(page, 'identity', plain);
  if (page.size <= MAX_SYNC_BYTES) return enter(page, encoding, compressSync(plain, encoding));
  return (page.pendingForms[encoding] ??= compressAsync(plain, encoding)
    .then((body) => enter(page, encoding, body))
    .finally(() => delete page.pendingForms[encoding]));
}

export function headersOf(page: CachedPage): Record<string, string> {
  const varies = [...(page.varies ?? []), ...(page.isCompressible ? ['Accept-Encoding'] : [])];
  return { ...page.headers, etag: page.etag, ...(varies.length > 0 ? { vary: varies.join(', ') } : {}) };
}

export function pageCacheBytes() {
  return pages.calculatedSize + unbounded.calculatedSize;
}

export function pageCacheCount() {
  return pages.size + unbounded.size;
}

function enter(page: CachedPage, encoding: Encoding, body: Buffer): Form {
  const headers = {
    ...headersOf(page),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    'content-length': String(body.byteLength),
  };
  const form = { head: Object.entries(headers).flat(), body, uses: 1 };
  page.forms[encoding] = form;
  if (encoding !== 'identity') page.plain = null;
  updateWeight(page);
  return form;
}

function plainOf({ plain, forms }: CachedPage): Buffer {
  if (plain) return plain;
  if (forms.identity) return forms.identity.body;
  if (forms.gzip) return decompress(forms.gzip.body, 'gzip');
  if (forms.br) return decompress(forms.br.body, 'br');
  throw new Error('A page without any form');
}

// One at a time: the other cores serve readers.
async function polish(page: CachedPage) {
  if (isPolishing || page.size > MAX_POLISHED_BYTES || !isCached(page)) return;
  isPolishing = true;
  try {
    const smaller = await compressBest(plainOf(page));
    if (isCached(page) && smaller.byteLength < (page.forms.br?.body.byteLength ?? 0)) {
      enter(page, 'br', smaller).uses = POLISH_AFTER_USES;
    }
  } finally {
    isPolishing = false;
  }
}

function updateWeight(page: CachedPage) {
  if (isCached(page)) storeFor(page).set(page.key, page, { noUpdateTTL: true });
}

function isCached(page: CachedPage) {
  return storeFor(page).peek(page.key) === page;
}

function storeFor(page: CachedPage) {
  return page.status === 404 || page.rule?.isBelow || page.key.includes('?') ? unbounded : pages;
}

// Headers and bookkeeping take about 4 kB.
function sizeOf(page: CachedPage) {
  const names = [page.key, ...page.tags].reduce((sum, name) => sum + 50 + name.length * 2, 0);
  const bodies = new Set([page.plain, ...Object.values(page.forms).map(({ body }) => body)]);
  const withCode = page.withCode ? sizeOfNonceForms(page.withCode) : 0;
  return [...bodies].reduce((sum, body) => sum + (body?.byteLength ?? 0), 4_000 + names + withCode);
}
