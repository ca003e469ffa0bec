import { noteDatabaseProblem } from '@/lib/database/problems';
import { caches, storeRead, type CachedRead, type RenderContext } from './process-caches';

type Read<T> = {
  key: string;
  tags: string[] | ((value: T) => string[]);
  load: () => Promise<T>;
  /** In ms since the epoch, for values that expire by time. */
  expiresAt?: (value: T) => number | null;
  /** For `next build`, which has no database. */
  atBuild: T;
};

/** Caches a value until its tags change, and adds tags and expiry to the page being rendered. */
export async function cachedRead<T>(read: Read<T>): Promise<T> {
  if (process.env.NEXT_PHASE === 'phase-production-build') return read.atBuild;
  const context = caches.rendering.getStore();
  const entry = freshEntry(read.key) ?? startLoading(read);
  try {
    const value = (await entry.value) as T;
    if (context) {
      for (const tag of entry.tags) context.tags.add(tag);
      context.expiresAt = Math.min(context.expiresAt, entry.expiresAt);
    }
    return value;
  } catch (error) {
    if (context) context.hasFailed = true;
    noteDatabaseProblem(error);
    throw error;
  }
}

function freshEntry(key: string) {
  const entry = caches.lease.isValid() ? caches.reads.get(key) : null;
  if (!entry) return null;
  // The tags of a loading value are unknown: any change since it began may concern it.
  if (entry.weight === null) return entry.startedAt === caches.clock.now ? entry : null;
  const usable = entry.expiresAt > Date.now() && !caches.clock.isStale(entry.tags, entry.startedAt);
  return usable ? entry : null;
}

function startLoading<T>(read: Read<T>) {
  const parts: RenderContext = { tags: new Set(), expiresAt: Infinity, startedAt: caches.clock.now };
  const entry: CachedRead = {
    value: Promise.resolve(),
    tags: [],
    startedAt: parts.startedAt,
    expiresAt: Infinity,
    weight: null,
  };
  entry.value = caches.rendering.run(parts, read.load).then((value) => {
    const own = typeof read.tags === 'function' ? read.tags(value) : read.tags;
    entry.tags = [...new Set([...own, ...parts.tags])];
    entry.expiresAt = Math.min(read.expiresAt?.(value) ?? Infinity, parts.expiresAt);
    return value;
  });
  if (process.env.NODE_ENV === 'production') {
    storeRead(read.key, entry).catch(() => {
      if (caches.reads.peek(read.key) === entry) caches.reads.delete(read.key);
    });
  }
  return entry;
}
