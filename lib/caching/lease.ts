/**
 * How long this process may serve from its caches without contact to the others. Alone on its database it may for ever;
 * beside other instances only until a deadline that is extended as long as it receives every change
 * (docs/decisions/013-instances.md). Times are on the machine's monotonic clock, which all its processes share.
 */
export class Lease {
  #until: bigint | null = null;
  readonly #listeners = new Set<(until: bigint) => void>();

  get until() {
    return this.#until;
  }

  /** False once the others may have gone on without this process. */
  isValid() {
    return this.#until === null || process.hrtime.bigint() < this.#until;
  }

  extendTo(until: bigint) {
    this.#until = until;
    for (const listener of this.#listeners) listener(until);
  }

  onExtend(listener: (until: bigint) => void) {
    this.#listeners.add(listener);
  }
}
