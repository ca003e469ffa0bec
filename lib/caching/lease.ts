/**
 * How long this process may answer from what it remembers without hearing from the others. Alone on its database it may
 * for ever; beside other instances only until a moment that is moved on as long as it hears of every change
 * (docs/decisions/013-instances.md). Moments are on the machine's monotonic clock, which all its processes share.
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
