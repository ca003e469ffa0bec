import type { SaveMark } from '@/lib/posts/editing/save-marks';

/** One opening of the editor: what is stored and sent says which one it came from, and when. */
export class Visit {
  readonly #name = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
  #at = Date.now();

  /** Something was changed. No two changes have the same moment, whatever the clock does. */
  moveOn() {
    this.#at = Math.max(Date.now(), this.#at + 1);
  }

  mark(): SaveMark {
    return { visit: this.#name, at: this.#at };
  }
}
