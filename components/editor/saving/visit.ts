import type { SaveMark } from '@/lib/posts/editing/save-marks';

/** One editor session; drafts and saves carry its id and time. */
export class Visit {
  readonly #name = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
  #at = Date.now();

  /** Records a change with a unique time, whatever the clock does. */
  moveOn() {
    this.#at = Math.max(Date.now(), this.#at + 1);
  }

  mark(): SaveMark {
    return { visit: this.#name, at: this.#at };
  }
}
