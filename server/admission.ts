import { setTimeout as pause } from 'node:timers/promises';

/** There is more to do than can be done in good time: the reader is asked to come back, before anything was begun. */
export class Overloaded extends Error {}

type Bounds = {
  /** How many pieces of work are under way at once, and how many may wait for their turn. */
  atOnce: number;
  waiting: number;
  /** How long one waits at most, in ms: later the reader has gone. */
  patience: number;
  /** How many of both belong to one client at most, so that nobody takes all places. */
  perClient: number;
};
type Turn = { begin: () => void; refuse: (error: Overloaded) => void };

/** A place where work waits for its turn. What does not fit is refused at once, which costs next to nothing. */
export class Lane {
  readonly #bounds: Bounds;
  readonly #queue = new Set<Turn>();
  readonly #clients = new Map<string, number>();
  #running = 0;
  #refused = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  get figures() {
    return { running: this.#running, waiting: this.#queue.size, refused: this.#refused };
  }

  /** Does the work when its turn comes. `client` is null for work that is done for everybody. */
  async run<T>(client: string | null, work: () => Promise<T>): Promise<T> {
    this.#enter(client);
    try {
      await this.#turn();
      try {
        return await work();
      } finally {
        this.#pass();
      }
    } finally {
      this.#leave(client);
    }
  }

  #enter(client: string | null) {
    const own = client === null ? 0 : (this.#clients.get(client) ?? 0);
    const isFull = this.#running >= this.#bounds.atOnce && this.#queue.size >= this.#bounds.waiting;
    if (isFull || own >= this.#bounds.perClient) throw this.#refusal();
    if (client !== null) this.#clients.set(client, own + 1);
  }

  #leave(client: string | null) {
    if (client === null) return;
    const own = (this.#clients.get(client) ?? 1) - 1;
    if (own > 0) this.#clients.set(client, own);
    else this.#clients.delete(client);
  }

  async #turn() {
    if (this.#running < this.#bounds.atOnce) {
      this.#running += 1;
      return;
    }
    const giveUp = new AbortController();
    await new Promise<void>((begin, refuse) => {
      const turn = { begin, refuse };
      this.#queue.add(turn);
      pause(this.#bounds.patience, null, { signal: giveUp.signal, ref: false }).then(
        () => this.#queue.delete(turn) && refuse(this.#refusal()),
        () => {},
      );
    }).finally(() => giveUp.abort());
  }

  // The place is handed on and never free in between. Whatever arrived meanwhile is heard first: kept pages do not wait.
  #pass() {
    const [next] = this.#queue;
    if (!next) {
      this.#running -= 1;
      return;
    }
    this.#queue.delete(next);
    setImmediate(next.begin);
  }

  #refusal() {
    this.#refused += 1;
    return new Overloaded('There is more to do than can be done in good time.');
  }
}

/**
 * Pages for everybody, pages for one person, pictures from afar, forms on public pages, and other writes wait apart: a
 * flood of one kind leaves the others their places. A form is quick work of the one thread that also answers readers, so
 * few are begun at once; among the other writes are uploads, which mostly wait.
 */
export const lanes = {
  pages: new Lane({ atOnce: 2, waiting: 128, patience: 4_000, perClient: Infinity }),
  personal: new Lane({ atOnce: 8, waiting: 64, patience: 8_000, perClient: 24 }),
  pictures: new Lane({ atOnce: 16, waiting: 128, patience: 8_000, perClient: 48 }),
  forms: new Lane({ atOnce: 8, waiting: 120, patience: 8_000, perClient: 16 }),
  writes: new Lane({ atOnce: 64, waiting: 64, patience: 8_000, perClient: 16 }),
};
