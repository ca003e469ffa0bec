import { AsyncLocalStorage } from 'node:async_hooks';
import { LRUCache } from 'lru-cache';
import { LocalBus, type CacheBus } from './cache-bus';
import { provideDocumentHtml } from './document-html';
import { Lease } from './lease';
import { TagClock } from './tag-clock';
import { weightOf } from './weight';

/** What one rendering depended on: its tags, the moment at which time alone makes it wrong, and whether a read failed. */
export type RenderContext = {
  tags: Set<string>;
  expiresAt: number;
  startedAt: number;
  hasFailed?: boolean;
  isMissing?: boolean;
  /**
   * HTML that needs no script, by its position: only if the response is a document that is cached for every visitor.
   */
  deferredHtml?: string[];
};

export type CachedRead = {
  value: Promise<unknown>;
  tags: string[];
  startedAt: number;
  expiresAt: number;
  /** In bytes, roughly; null while the answer is being loaded. */
  weight: number | null;
};

/** What answers to reads may take in all, in bytes; finished pages have their own room in server/cache/page-cache.ts. */
const READ_CACHE_BYTES = 24 * 1024 * 1024;

class ProcessCaches {
  readonly clock = new TagClock();
  /** While it lasts, what is remembered here may be answered with. */
  readonly lease = new Lease();
  readonly rendering = new AsyncLocalStorage<RenderContext>();
  readonly reads = new LRUCache<string, CachedRead>({ maxSize: READ_CACHE_BYTES, sizeCalculation: sizeOf });
  #bus: CacheBus = new LocalBus(this.clock);
  #isConnected = false;

  get bus() {
    return this.#bus;
  }

  /** Joins this process to the others that serve the site; once, where it is put together. */
  connect(bus: CacheBus) {
    if (this.#isConnected) throw new Error('This process has joined a cache bus already.');
    this.#isConnected = true;
    this.#bus = bus;
  }

  /** Makes tags stale here and in every process that serves the site; resolves when all have dropped them. */
  invalidate(tags: readonly string[]) {
    return this.#bus.invalidate(tags);
  }
}

// Next bundles modules several times over and the server runs beside it: the caches are one set per process.
const store = globalThis as { mastheadCaches?: ProcessCaches };

export const caches: ProcessCaches = (store.mastheadCaches ??= makeCaches());

/** Stores an entry, or updates it once its weight is known. */
export async function storeRead(key: string, entry: CachedRead) {
  caches.reads.set(key, entry);
  entry.weight = weightOf(await entry.value);
  if (caches.reads.peek(key) === entry) caches.reads.set(key, entry);
}

// Keys and tags hold addresses, and addresses can be long.
function sizeOf(entry: CachedRead, key: string) {
  return 500 + key.length * 2 + entry.tags.reduce((sum, tag) => sum + tag.length * 2, 0) + (entry.weight ?? 0);
}

function makeCaches() {
  const made = new ProcessCaches();
  provideDocumentHtml((place) => made.rendering.getStore()?.deferredHtml?.[place]);
  return made;
}
