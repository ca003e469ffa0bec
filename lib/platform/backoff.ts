/** Exponential backoff with a maximum, in ms. */
export class Backoff {
  readonly #first: number;
  readonly #longest: number;
  #until = 0;
  #next: number;

  constructor({ first, longest }: { first: number; longest: number }) {
    this.#first = first;
    this.#longest = longest;
    this.#next = first;
  }

  get isOver() {
    return performance.now() >= this.#until;
  }

  begin() {
    this.#until = performance.now() + this.#next;
    this.#next = Math.min(this.#next * 2, this.#longest);
  }

  end() {
    this.#until = 0;
    this.#next = this.#first;
  }
}
