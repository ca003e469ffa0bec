/** The tag that stands for all: used when it is unknown what a crashed process had changed. */
export const ALL_TAGS = '*';

/**
 * When each cache tag was last invalidated, on a logical clock: a number that grows with every invalidation, so that
 * two events in one millisecond keep their order and the system clock may jump.
 */
export class TagClock {
  #now = 1;
  /** Anything rendered before this counts as stale: what was forgotten about tags is not forgiven. */
  #floor = 0;
  readonly #invalidatedAt = new Map<string, number>();
  readonly #capacity: number;
  readonly #listeners = new Set<(tags: readonly string[]) => void>();

  constructor(capacity = 100_000) {
    this.#capacity = capacity;
  }

  /** To be read before rendering begins, and stored with the result. */
  get now() {
    return this.#now;
  }

  /** Invalidates everything that carries one of the tags and began before now; then notifies the listeners. */
  invalidate(tags: readonly string[]) {
    this.#now += 1;
    if (tags.includes(ALL_TAGS)) this.#floor = this.#now;
    for (const tag of tags) {
      this.#invalidatedAt.delete(tag);
      this.#invalidatedAt.set(tag, this.#now);
    }
    this.#forgetOldest();
    for (const listener of this.#listeners) listener(tags);
  }

  isStale(tags: Iterable<string>, since: number) {
    if (since < this.#floor) return true;
    for (const tag of tags) if ((this.#invalidatedAt.get(tag) ?? 0) > since) return true;
    return false;
  }

  onInvalidate(listener: (tags: readonly string[]) => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #forgetOldest() {
    while (this.#invalidatedAt.size > this.#capacity) {
      const [tag, at] = this.#invalidatedAt.entries().next().value!;
      this.#floor = Math.max(this.#floor, at);
      this.#invalidatedAt.delete(tag);
    }
  }
}
