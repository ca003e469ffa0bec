import { caches } from '@/lib/caching/process-caches';

/** Runs a function and returns the cache tags that it invalidated. */
export async function madeStaleBy<T>(work: () => Promise<T>) {
  const tags: string[] = [];
  const stopListening = caches.clock.onInvalidate((stale) => void tags.push(...stale));
  try {
    const result = await work();
    return { result, tags: [...tags] };
  } finally {
    stopListening();
  }
}
