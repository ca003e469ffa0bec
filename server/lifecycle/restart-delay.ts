/** A process that dies at once would be restarted as fast as the machine can: wait a little, and longer each time (ms). */
const RESTART_AFTER = 500;
const LONGEST_WAIT = 30_000;
/** Who lived for so long did not die of being started (ms). */
const SETTLED_AFTER = 60_000;

/** Counts how often in a row a process died of being started. */
export class Restarts {
  #inARow = 0;

  get inARow() {
    return this.#inARow;
  }

  /** How long to wait until one that lived for so long is started again; both in ms. */
  waitAfter(livedFor: number) {
    this.#inARow = livedFor > SETTLED_AFTER ? 1 : this.#inARow + 1;
    return Math.min(RESTART_AFTER * 2 ** (this.#inARow - 1), LONGEST_WAIT);
  }
}
