import { caches } from '@/lib/caching/process-caches';

/** Between the primary and its workers. */
export type Message =
  | { kind: 'ready' }
  | { kind: 'welcome' }
  | { kind: 'listening' }
  | { kind: 'stale'; id: number; tags: readonly string[] }
  | { kind: 'applied'; id: number }
  | { kind: 'applied-by-all'; id: number };

const waiting = new Map<number, { promise: Promise<void>; resolve: () => void }>();
let nextId = 1;

/** The invalidations of this worker that others have not all heard of yet. */
export function pendingAnnouncements() {
  return [...waiting.values()].map(({ promise }) => promise);
}

/**
 * Joins this worker to the others: what it makes stale is stale in all of them before caches.invalidate() resolves.
 * Resolves once the primary counts it in; only then may it answer requests, for from then on it misses nothing.
 */
export function joinWorkers() {
  caches.invalidate = (tags) => {
    caches.clock.invalidate(tags);
    const id = nextId++;
    let resolve = () => {};
    const promise = new Promise<void>((done) => (resolve = done));
    waiting.set(id, { promise, resolve });
    tell({ kind: 'stale', id, tags });
    return promise;
  };
  return new Promise<void>((welcome) => {
    process.on('message', (message: Message) => {
      if (message.kind === 'welcome') welcome();
      if (message.kind === 'stale') {
        caches.clock.invalidate(message.tags);
        tell({ kind: 'applied', id: message.id });
      }
      if (message.kind === 'applied-by-all') {
        waiting.get(message.id)?.resolve();
        waiting.delete(message.id);
      }
    });
    tell({ kind: 'ready' });
  });
}

function tell(message: Message) {
  process.send?.(message);
}

/** Tells the primary that this worker answers requests. */
export function tellListening() {
  tell({ kind: 'listening' });
}
