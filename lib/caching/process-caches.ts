import { AsyncLocalStorage } from 'node:async_hooks';
import { LRUCache } from 'lru-cache';
import { TagClock } from './tag-clock';

/** What one rendering depended on: its tags, and the moment at which time alone makes it wrong. */
export type RenderContext = { tags: Set<string>; expiresAt: number; startedAt: number };

export type CachedRead = { value: Promise<unknown>; tags: string[]; startedAt: number; expiresAt: number };

type ProcessCaches = {
  clock: TagClock;
  rendering: AsyncLocalStorage<RenderContext>;
  reads: LRUCache<string, CachedRead>;
};

// Next bundles modules several times over and the server runs beside it: the caches are one set per process.
const store = globalThis as { mastheadCaches?: ProcessCaches };

export const caches: ProcessCaches = (store.mastheadCaches ??= {
  clock: new TagClock(),
  rendering: new AsyncLocalStorage(),
  reads: new LRUCache({ max: 2_000 }),
});
