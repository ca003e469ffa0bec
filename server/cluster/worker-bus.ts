import { caches } from '@/lib/caching/process-caches';
import { env } from '@/lib/env';
import { beat } from '@/server/lifecycle/heartbeat';
import { awaitEverybody } from '@/server/cache/pending-invalidations';

/**
 * Between the primary and its workers, and between whoever answers requests and its renderer. `clock` is the moment of
 * the sender's own caches.clock, `at` where a renderer is to be reached, `lines` what it did for the operator.
 */
export type Message =
  | { kind: 'ready'; at: string | null; lines: string[] }
  | { kind: 'noticed'; tags: readonly string[] }
  | { kind: 'welcome'; lease: string | null; clock: number }
  | { kind: 'listening' }
  | { kind: 'alive'; isDebugged: boolean }
  | { kind: 'lease'; until: string }
  | { kind: 'stale'; id: number; tags: readonly string[]; clock: number }
  | { kind: 'applied'; id: number }
  | { kind: 'heard-by-all'; id: number }
  | { kind: 'not-heard'; id: number };

const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
let nextId = 1;
let isToldAlready = false;
let heardUntil = 0;
let latecomers: { clock: number; goOn: () => void }[] = [];

/**
 * Joins this process to the others: what it makes stale is stale in all of them before caches.invalidate() resolves.
 * Resolves once its parent counts it in; only then may it answer requests, for from then on it misses nothing.
 */
export function joinWorkers({ at = null, lines = [] }: { at?: string | null; lines?: string[] } = {}) {
  caches.reachesAll = env().database === 'postgresql';
  caches.invalidate = (tags) => {
    drop(tags);
    const id = nextId++;
    const heard = new Promise<void>((resolve, reject) => waiting.set(id, { resolve, reject }));
    tell({ kind: 'stale', id, tags, clock: caches.clock.now });
    return awaitEverybody(heard);
  };
  return new Promise<void>((welcome) => {
    process.on('message', (message: Message) => {
      if (message.kind === 'welcome') {
        if (message.lease !== null) caches.lease.extendTo(BigInt(message.lease));
        nowHeardUntil(message.clock);
        welcome();
      } else hear(message);
    });
    tell({ kind: 'ready', at, lines });
  });
}

/** From now on the parent hears of what goes stale here unannounced: by the clock, or by a log that only this one reads. */
export function passOnWhatIsNoticed() {
  caches.clock.onInvalidate((tags) => {
    if (!isToldAlready) tell({ kind: 'noticed', tags });
  });
}

function drop(tags: readonly string[]) {
  isToldAlready = true;
  caches.clock.invalidate(tags);
  isToldAlready = false;
}

/** Resolves once all is dropped here that was stale at this moment of the parent's clock. */
export function heardAllUntil(clock: number) {
  if (heardUntil >= clock) return Promise.resolve();
  return new Promise<void>((goOn) => latecomers.push({ clock, goOn }));
}

function hear(message: Message) {
  if (message.kind === 'lease') caches.lease.extendTo(BigInt(message.until));
  if (message.kind === 'stale') {
    drop(message.tags);
    nowHeardUntil(message.clock);
    tell({ kind: 'applied', id: message.id });
  }
  if (message.kind !== 'heard-by-all' && message.kind !== 'not-heard') return;
  const announcement = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.kind === 'heard-by-all') announcement?.resolve();
  else announcement?.reject(new Error('Other instances did not hear in time of what changed.'));
}

function nowHeardUntil(clock: number) {
  heardUntil = clock;
  for (const { goOn } of latecomers.filter((one) => one.clock <= clock)) goOn();
  latecomers = latecomers.filter((one) => one.clock > clock);
}

function tell(message: Message) {
  // A parent that goes away meanwhile is heard of by "disconnect".
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}

/** Tells the parent that this process answers requests, and from now on every second that it still does. */
export function tellListening() {
  tell({ kind: 'listening' });
  beat(tell);
}
