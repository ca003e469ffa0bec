/** Stands for every tag: used when it is unknown what a crashed process changed. */
export const ALL_TAGS = '*';

/** Records when each tag was last invalidated, by a logical clock. */
export class TagClock {
  #now = 1;
  /** Anything rendered before this is stale, because records of older invalidations were evicted. */
  #floor = 0;
  readonly #invalidatedAt = new Map<string, number>();
  readonly #capacity: number;
  readonly #listeners = new Set<(tags: readonly string[]) => void>();

  constructor(capacity = 100_000) {
    this.#capacity = capacity;
  }

  get now() {
    return this.#now;
  }

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
