import { setTimeout as pause } from 'node:timers/promises';

export class Overloaded extends Error {}

type Limits = {
  concurrency: number;
  waiting: number;
  timeoutMs: number;
};
type Client = string | null;
type QueuedRequest = { client: Client; begin: () => void; refuse: (error: Overloaded) => void };
type Share = { running: number; total: number };

/** Of both the running and the queued work. */
const MAX_CLIENT_SHARE = 1 / 4;

/** Limits concurrent work; refuses what does not fit. */
export class RequestQueue {
  readonly #bounds: Limits;
  readonly #queue = new Set<QueuedRequest>();
  readonly #shares = new Map<string, Share>();
  #running = 0;
  #refused = 0;

  constructor(bounds: Limits) {
    this.#bounds = bounds;
  }

  get counts() {
    return { running: this.#running, waiting: this.#queue.size, refused: this.#refused };
  }

  get capacity() {
    return { concurrency: this.#bounds.concurrency, waiting: this.#bounds.waiting };
  }

  async run<T>(client: Client, work: () => Promise<T>): Promise<T> {
    this.#reserve(client);
    try {
      await this.#waitForTurn(client);
      try {
        return await work();
      } finally {
        this.#release(client);
      }
    } finally {
      this.#adjustShare(client, { running: 0, total: -1 });
    }
  }

  #reserve(client: Client) {
    const capacity = this.#bounds.concurrency + this.#bounds.waiting;
    const isFull = this.#running + this.#queue.size >= capacity;
    const own = client === null ? 0 : (this.#shares.get(client)?.total ?? 0);
    if (isFull || own >= shareOf(capacity)) throw this.#overloaded();
    this.#adjustShare(client, { running: 0, total: 1 });
  }

  async #waitForTurn(client: Client) {
    if (this.#canStart(client)) return this.#start(client);
    const giveUp = new AbortController();
    await new Promise<void>((begin, refuse) => {
      const queued = { client, begin, refuse };
      this.#queue.add(queued);
      pause(this.#bounds.timeoutMs, null, { signal: giveUp.signal, ref: false }).then(
        () => this.#queue.delete(queued) && refuse(this.#overloaded()),
        () => {},
      );
    }).finally(() => giveUp.abort());
  }

  #canStart(client: Client) {
    if (this.#running >= this.#bounds.concurrency) return false;
    return client === null || (this.#shares.get(client)?.running ?? 0) < shareOf(this.#bounds.concurrency);
  }

  #start(client: Client) {
    this.#running += 1;
    this.#adjustShare(client, { running: 1, total: 0 });
  }

  // The slot is handed over directly; the event loop runs first, so that cached pages do not wait.
  #release(client: Client) {
    this.#running -= 1;
    this.#adjustShare(client, { running: -1, total: 0 });
    for (const next of this.#queue) {
      if (!this.#canStart(next.client)) continue;
      this.#queue.delete(next);
      this.#start(next.client);
      setImmediate(next.begin);
      return;
    }
  }

  #adjustShare(client: Client, by: Share) {
    if (client === null) return;
    const { running, total } = this.#shares.get(client) ?? { running: 0, total: 0 };
    const share = { running: running + by.running, total: total + by.total };
    if (share.total > 0) this.#shares.set(client, share);
    else this.#shares.delete(client);
  }

  #overloaded() {
    this.#refused += 1;
    return new Overloaded('There are more requests than can be answered in time.');
  }
}

function shareOf(capacity: number) {
  return Math.max(1, Math.floor(capacity * MAX_CLIENT_SHARE));
}

/** One per kind of work, so that a flood of one leaves capacity to the others. */
export const queues = {
  pages: new RequestQueue({ concurrency: 2, waiting: 128, timeoutMs: 4_000 }),
  personal: new RequestQueue({ concurrency: 8, waiting: 128, timeoutMs: 8_000 }),
  storage: new RequestQueue({ concurrency: 16, waiting: 128, timeoutMs: 8_000 }),
  forms: new RequestQueue({ concurrency: 8, waiting: 120, timeoutMs: 8_000 }),
  writes: new RequestQueue({ concurrency: 64, waiting: 64, timeoutMs: 8_000 }),
  files: new RequestQueue({ concurrency: 16, waiting: 16, timeoutMs: 8_000 }),
};
