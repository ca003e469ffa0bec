import { caches } from '@/lib/caching/process-caches';

/** Does something, and answers with every cache tag that was stale by the time it returned. */
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
