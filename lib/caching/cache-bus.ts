import type { TagClock } from './tag-clock';

export type CacheBus = {
  /** Resolves once every serving process has dropped these tags. */
  invalidate: (tags: readonly string[]) => Promise<void>;
  readonly reachesInstances: boolean;
};

/** For a process without peers. */
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
