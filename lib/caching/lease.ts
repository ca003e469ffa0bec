/** Until when cached pages may be served without contact to other instances (docs/decisions/013-instances.md). */
export class Lease {
  #until: bigint | null = null;
  readonly #listeners = new Set<(until: bigint) => void>();

  get until() {
    return this.#until;
  }

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
