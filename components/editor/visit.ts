import type { SaveMark } from '@/lib/posts/save-marks';

/** One opening of the editor: what is kept and what is sent says which it came from, and from which of its moments. */
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
