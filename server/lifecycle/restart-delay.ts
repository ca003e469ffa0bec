const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;
const SETTLED_AFTER_MS = 60_000;

export class RestartDelay {
  #failures = 0;

  get failures() {
    return this.#failures;
  }

  /** In ms; doubles with each crash soon after a start. */
  after(uptimeMs: number) {
    this.#failures = uptimeMs > SETTLED_AFTER_MS ? 1 : this.#failures + 1;
    return Math.min(FIRST_DELAY_MS * 2 ** (this.#failures - 1), MAX_DELAY_MS);
  }
}
