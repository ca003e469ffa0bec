import { caches, type CachedRead } from './process-caches';

type Read<T> = {
  /** One string for one question. */
  key: string;
  /** What makes the answer stale; may depend on the answer. */
  tags: string[] | ((value: T) => string[]);
  load: () => Promise<T>;
  /** When time alone makes the answer wrong (a post falls due), in ms since the epoch. */
  expiresAt?: (value: T) => number | null;
  /** `next build` has no database: pages are rendered with this, and anew at the first request. */
  atBuild: T;
};

/**
 * Answers from memory while nothing it depends on has changed, and enters its tags and expiry in the page being
 * rendered, so that the finished page goes stale at the same instant. One load at a time per key.
 */
export async function cachedRead<T>(read: Read<T>): Promise<T> {
  if (process.env.NEXT_PHASE === 'phase-production-build') return read.atBuild;
  const entry = freshEntry(read.key) ?? startLoading(read);
  const value = (await entry.value) as T;
  const context = caches.rendering.getStore();
  if (context) {
    for (const tag of entry.tags) context.tags.add(tag);
    context.expiresAt = Math.min(context.expiresAt, entry.expiresAt);
  }
  return value;
}

function freshEntry(key: string) {
  const entry = caches.reads.get(key);
  if (!entry) return null;
  const usable = entry.expiresAt > Date.now() && !caches.clock.isStale(entry.tags, entry.startedAt);
  return usable ? entry : null;
}

function startLoading<T>(read: Read<T>) {
  const entry: CachedRead = {
    value: Promise.resolve(),
    tags: Array.isArray(read.tags) ? read.tags : [],
    startedAt: caches.clock.now,
    expiresAt: Infinity,
  };
  entry.value = read.load().then((value) => {
    if (typeof read.tags === 'function') entry.tags = read.tags(value);
    entry.expiresAt = read.expiresAt?.(value) ?? Infinity;
    return value;
  });
  entry.value.catch(() => caches.reads.delete(read.key));
  if (process.env.NODE_ENV === 'production') caches.reads.set(read.key, entry);
  return entry;
}
