/** A process that dies at once would be restarted as fast as the machine can: the delay doubles each time. */
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;
/** A process that lived for longer did not die of being started. */
const SETTLED_AFTER_MS = 60_000;

/** Counts failed starts in a row, and says how long to wait before the next one. */
export class RestartDelay {
  #failures = 0;

  get failures() {
    return this.#failures;
  }

  /** The wait (ms) before a process that lived for `livedFor` ms is started again. */
  after(livedFor: number) {
    this.#failures = livedFor > SETTLED_AFTER_MS ? 1 : this.#failures + 1;
    return Math.min(FIRST_DELAY_MS * 2 ** (this.#failures - 1), MAX_DELAY_MS);
  }
}
