import type { TagClock } from './tag-clock';

/** How an invalidation leaves this process. Each process connects one where it is put together (server/main.ts). */
export type CacheBus = {
  /** Makes tags stale here and in every process that serves the site; resolves when all have dropped them. */
  invalidate: (tags: readonly string[]) => Promise<void>;
  /** Whether other machines receive it as well, so that nothing needs to be left for them in the log. */
  readonly reachesInstances: boolean;
};

/** For a process without others to notify: the command-line tool, tests, and a single process on a SQLite file. */
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
