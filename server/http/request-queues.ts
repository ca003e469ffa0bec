import { setTimeout as pause } from 'node:timers/promises';

/** There is more to do than can be done in good time: the reader is asked to come back, before anything was begun. */
export class Overloaded extends Error {}

type Bounds = {
  /** How many pieces of work are under way at once, and how many may wait for their turn. */
  atOnce: number;
  waiting: number;
  /** How long one waits at most, in ms: later the reader has gone. */
  patience: number;
};
type Client = string | null;
type Turn = { client: Client; begin: () => void; refuse: (error: Overloaded) => void };
type Share = { running: number; inAll: number };

/** The part of a lane that one client may have: of what is under way, and of that and what waits together. */
const SHARE = 1 / 4;

/** A place where work waits for its turn. What does not fit is refused at once, which costs next to nothing. */
export class Lane {
  readonly #bounds: Bounds;
  readonly #queue = new Set<Turn>();
  readonly #shares = new Map<string, Share>();
  #running = 0;
  #refused = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  get figures() {
    return { running: this.#running, waiting: this.#queue.size, refused: this.#refused };
  }

  get places() {
    return { atOnce: this.#bounds.atOnce, waiting: this.#bounds.waiting };
  }

  /** Does the work when its turn comes. `client` is null for work that is done for everybody. */
  async run<T>(client: Client, work: () => Promise<T>): Promise<T> {
    this.#enter(client);
    try {
      await this.#turn(client);
      try {
        return await work();
      } finally {
        this.#pass(client);
      }
    } finally {
      this.#change(client, { running: 0, inAll: -1 });
    }
  }

  #enter(client: Client) {
    const places = this.#bounds.atOnce + this.#bounds.waiting;
    const isFull = this.#running + this.#queue.size >= places;
    const own = client === null ? 0 : (this.#shares.get(client)?.inAll ?? 0);
    if (isFull || own >= partOf(places)) throw this.#refusal();
    this.#change(client, { running: 0, inAll: 1 });
  }

  async #turn(client: Client) {
    if (this.#mayBegin(client)) return this.#begin(client);
    const giveUp = new AbortController();
    await new Promise<void>((begin, refuse) => {
      const turn = { client, begin, refuse };
      this.#queue.add(turn);
      pause(this.#bounds.patience, null, { signal: giveUp.signal, ref: false }).then(
        () => this.#queue.delete(turn) && refuse(this.#refusal()),
        () => {},
      );
    }).finally(() => giveUp.abort());
  }

  #mayBegin(client: Client) {
    if (this.#running >= this.#bounds.atOnce) return false;
    return client === null || (this.#shares.get(client)?.running ?? 0) < partOf(this.#bounds.atOnce);
  }

  #begin(client: Client) {
    this.#running += 1;
    this.#change(client, { running: 1, inAll: 0 });
  }

  // The place is handed on and never free in between. Whatever arrived meanwhile is heard first: kept pages do not wait.
  #pass(client: Client) {
    this.#running -= 1;
    this.#change(client, { running: -1, inAll: 0 });
    for (const next of this.#queue) {
      if (!this.#mayBegin(next.client)) continue;
      this.#queue.delete(next);
      this.#begin(next.client);
      setImmediate(next.begin);
      return;
    }
  }

  #change(client: Client, by: Share) {
    if (client === null) return;
    const { running, inAll } = this.#shares.get(client) ?? { running: 0, inAll: 0 };
    const share = { running: running + by.running, inAll: inAll + by.inAll };
    if (share.inAll > 0) this.#shares.set(client, share);
    else this.#shares.delete(client);
  }

  #refusal() {
    this.#refused += 1;
    return new Overloaded('There is more to do than can be done in good time.');
  }
}

function partOf(places: number) {
  return Math.max(1, Math.floor(places * SHARE));
}

/**
 * Pages for everybody, pages for one person, pictures from afar, forms on public pages, files of staff and other writes
 * wait apart: a flood of one kind leaves the others their places. A form is quick work of the one thread that also
 * answers readers, so few are begun at once; other writes mostly wait. Forms are here as a whole before they take a
 * place; only files, which are too large for that, have one while they arrive.
 */
export const lanes = {
  pages: new Lane({ atOnce: 2, waiting: 128, patience: 4_000 }),
  personal: new Lane({ atOnce: 8, waiting: 128, patience: 8_000 }),
  pictures: new Lane({ atOnce: 16, waiting: 128, patience: 8_000 }),
  forms: new Lane({ atOnce: 8, waiting: 120, patience: 8_000 }),
  writes: new Lane({ atOnce: 64, waiting: 64, patience: 8_000 }),
  files: new Lane({ atOnce: 16, waiting: 16, patience: 8_000 }),
};
