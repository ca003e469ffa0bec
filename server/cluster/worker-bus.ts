import type { CacheBus } from '@/lib/caching/cache-bus';
import { caches } from '@/lib/caching/process-caches';
import { trackInvalidation } from '@/server/cache/pending-invalidations';
import { sendHeartbeats } from '@/server/lifecycle/heartbeat';
import type { Message } from './messages';

type Pending = { resolve: () => void; reject: (error: Error) => void };

/** The bus of a worker or renderer: it notifies the parent, which responds when all other processes have applied it. */
export class WorkerBus implements CacheBus {
  readonly reachesInstances: boolean;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #isDropping = false;
  #parentClock = 0;
  #waiting: { clock: number; proceed: () => void }[] = [];

  constructor({ reachesInstances }: { reachesInstances: boolean }) {
    this.reachesInstances = reachesInstances;
  }

  /** Resolves once the parent counts this process in. Only then may it answer, because it misses nothing any more. */
  join({ address = null, lines = [] }: { address?: string | null; lines?: string[] } = {}) {
    return new Promise<void>((resolve) => {
      process.on('message', (message: Message) => {
        this.#onMessage(message);
        if (message.kind === 'joined') resolve();
      });
      send({ kind: 'ready', address, lines });
    });
  }

  invalidate(tags: readonly string[]) {
    this.#drop(tags);
    const id = this.#nextId++;
    const done = new Promise<void>((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    send({ kind: 'invalidate', id, tags, clock: caches.clock.now });
    return trackInvalidation(done);
  }

  /** From now on the parent is notified of what becomes stale here by itself. */
  reportExpiries() {
    caches.clock.onInvalidate((tags) => {
      if (!this.#isDropping) send({ kind: 'expired', tags });
    });
  }

  /** Resolves once all that was stale at this moment of the parent's clock is dropped here. */
  waitForClock(clock: number) {
    if (this.#parentClock >= clock) return Promise.resolve();
    return new Promise<void>((proceed) => this.#waiting.push({ clock, proceed }));
  }

  announceListening() {
    send({ kind: 'listening' });
    sendHeartbeats(send);
  }

  #onMessage(message: Message) {
    if (message.kind === 'joined') {
      if (message.lease !== null) caches.lease.extendTo(BigInt(message.lease));
      this.#setParentClock(message.clock);
    }
    if (message.kind === 'lease') caches.lease.extendTo(BigInt(message.until));
    if (message.kind === 'invalidate') {
      this.#drop(message.tags);
      this.#setParentClock(message.clock);
      send({ kind: 'acknowledged', id: message.id });
    }
    if (message.kind === 'invalidated') this.#settle(message.id)?.resolve();
    if (message.kind === 'failed')
      this.#settle(message.id)?.reject(new Error('Other instances did not confirm the invalidation in time.'));
  }

  #settle(id: number) {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  #drop(tags: readonly string[]) {
    this.#isDropping = true;
    caches.clock.invalidate(tags);
    this.#isDropping = false;
  }

  #setParentClock(clock: number) {
    this.#parentClock = clock;
    for (const { proceed } of this.#waiting.filter((one) => one.clock <= clock)) proceed();
    this.#waiting = this.#waiting.filter((one) => one.clock > clock);
  }
}

function send(message: Message) {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}
