import { caches } from '@/lib/caching/process-caches';
import { env } from '@/lib/env';
import { awaitEverybody } from './pending-announcements';

/** Between the primary and its workers. */
export type Message =
  | { kind: 'ready' }
  | { kind: 'welcome'; lease: string | null }
  | { kind: 'listening' }
  | { kind: 'lease'; until: string }
  | { kind: 'stale'; id: number; tags: readonly string[] }
  | { kind: 'applied'; id: number }
  | { kind: 'heard-by-all'; id: number }
  | { kind: 'not-heard'; id: number };

const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
let nextId = 1;

/**
 * Joins this worker to the others: what it makes stale is stale in all of them before caches.invalidate() resolves.
 * Resolves once the primary counts it in; only then may it answer requests, for from then on it misses nothing.
 */
export function joinWorkers() {
  caches.reachesAll = env().database === 'postgresql';
  caches.invalidate = (tags) => {
    caches.clock.invalidate(tags);
    const id = nextId++;
    const heard = new Promise<void>((resolve, reject) => waiting.set(id, { resolve, reject }));
    tell({ kind: 'stale', id, tags });
    return awaitEverybody(heard);
  };
  return new Promise<void>((welcome) => {
    process.on('message', (message: Message) => {
      if (message.kind === 'welcome') {
        if (message.lease !== null) caches.lease.extendTo(BigInt(message.lease));
        welcome();
      } else hear(message);
    });
    tell({ kind: 'ready' });
  });
}

function hear(message: Message) {
  if (message.kind === 'lease') caches.lease.extendTo(BigInt(message.until));
  if (message.kind === 'stale') {
    caches.clock.invalidate(message.tags);
    tell({ kind: 'applied', id: message.id });
  }
  if (message.kind !== 'heard-by-all' && message.kind !== 'not-heard') return;
  const announcement = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.kind === 'heard-by-all') announcement?.resolve();
  else announcement?.reject(new Error('Other instances did not hear in time of what changed.'));
}

function tell(message: Message) {
  process.send?.(message);
}

/** Tells the primary that this worker answers requests. */
export function tellListening() {
  tell({ kind: 'listening' });
}
