import type { TagClock } from './tag-clock';

/** Connected once at startup (server/main.ts). */
export type CacheBus = {
  /** Resolves when every process that serves the site has dropped these tags. */
  invalidate: (tags: readonly string[]) => Promise<void>;
  readonly reachesInstances: boolean;
};

/** For a process without peers: the command-line tool, tests, a single process on SQLite. */
export class LocalBus implements CacheBus {
  readonly reachesInstances = false;
  readonly #clock: TagClock;

  constructor(clock: TagClock) {
    this.#clock = clock;
  }

  async invalidate(tags: readonly string[]) {
    this.#clock.invalidate(tags);
  }
}
