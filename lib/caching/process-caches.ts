import { AsyncLocalStorage } from 'node:async_hooks';
import { LRUCache } from 'lru-cache';
import { LocalBus, type CacheBus } from './cache-bus';
import { provideDocumentHtml } from './document-html';
import { Lease } from './lease';
import { TagClock } from './tag-clock';
import { weightOf } from './weight';

export type RenderContext = {
  tags: Set<string>;
  expiresAt: number;
  startedAt: number;
  hasFailed?: boolean;
  isMissing?: boolean;
  deferredHtml?: string[];
};

export type CachedRead = {
  value: Promise<unknown>;
  tags: string[];
  startedAt: number;
  expiresAt: number;
  weight: number | null;
};

/** Without finished pages (server/cache/page-cache.ts). */
const READ_CACHE_BYTES = 24 * 1024 * 1024;

class ProcessCaches {
  readonly clock = new TagClock();
  readonly lease = new Lease();
  readonly rendering = new AsyncLocalStorage<RenderContext>();
  readonly reads = new LRUCache<string, CachedRead>({ maxSize: READ_CACHE_BYTES, sizeCalculation: sizeOf });
  #bus: CacheBus = new LocalBus(this.clock);
  #isConnected = false;

  get bus() {
    return this.#bus;
  }

  connect(bus: CacheBus) {
    if (this.#isConnected) throw new Error('This process has joined a cache bus already.');
    this.#isConnected = true;
    this.#bus = bus;
  }

  invalidate(tags: readonly string[]) {
    return this.#bus.invalidate(tags);
  }
}

// One set per process: Next bundles this module several times.
const store = globalThis as { mastheadCaches?: ProcessCaches };

export const caches: ProcessCaches = (store.mastheadCaches ??= makeCaches());

export async function storeRead(key: string, entry: CachedRead) {
  caches.reads.set(key, entry);
  entry.weight = weightOf(await entry.value);
  if (caches.reads.peek(key) === entry) caches.reads.set(key, entry);
}

function sizeOf(entry: CachedRead, key: string) {
  return 500 + key.length * 2 + entry.tags.reduce((sum, tag) => sum + tag.length * 2, 0) + (entry.weight ?? 0);
}

function makeCaches() {
  const made = new ProcessCaches();
  provideDocumentHtml((place) => made.rendering.getStore()?.deferredHtml?.[place]);
  return made;
}
