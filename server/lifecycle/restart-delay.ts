/** Doubles with each failure in a row, so that a process that crashes at once does not occupy the machine. */
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;
/** A process that lived longer did not die of being started. */
const SETTLED_AFTER_MS = 60_000;

export class RestartDelay {
  #failures = 0;

  get failures() {
    return this.#failures;
  }

  /** Milliseconds before a process that lived for `uptimeMs` ms is started again. */
  after(uptimeMs: number) {
    this.#failures = uptimeMs > SETTLED_AFTER_MS ? 1 : this.#failures + 1;
    return Math.min(FIRST_DELAY_MS * 2 ** (this.#failures - 1), MAX_DELAY_MS);
  }
}
