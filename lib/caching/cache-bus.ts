import type { TagClock } from './tag-clock';

/** How an invalidation leaves this process. Each process connects one where it is put together (server/main.ts). */
export type CacheBus = {
  /** Makes tags stale here and in every process that serves the site; resolves when all have dropped them. */
  invalidate: (tags: readonly string[]) => Promise<void>;
  /** Whether other machines hear of it as well, so that nothing has to be left for them in the log. */
  readonly reachesInstances: boolean;
};

/** For a process without others to tell: the command-line tool, tests, and one process on a SQLite file. */
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
