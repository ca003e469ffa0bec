import { formProblem, freeSlug, freeSlugBelow, slugify } from '@/lib/posts/publishing/slugs';

export class SlugAllocator {
  readonly #taken: Set<string>;
  /** Where the search for a free number continues: keeps repeated titles linear. */
  readonly #numbers = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  has(slug: string) {
    return this.#taken.has(slug);
  }

  hasPath(path: string) {
    try {
      return this.has(decodeURIComponent(path.slice(1)));
    } catch {
      return false;
    }
  }

  /** Takes a slug with its folders as it is; false if it is taken or cannot be one. */
  takeWhole(slug: string) {
    if (this.#taken.has(slug) || slug.split('/').some((part) => formProblem(part) !== null)) return false;
    this.#taken.add(slug);
    return true;
  }

  /** The first candidate that is free; otherwise the first valid one, numbered. */
  allocateOneOf(...candidates: string[]) {
    const free = candidates
      .map((candidate) => slugify(candidate))
      .find((slug) => slug !== '' && freeSlug(slug, this.#isTaken) === slug);
    return this.take(...(free ? [free] : candidates));
  }

  /** The first valid candidate, numbered if taken. */
  take(...candidates: string[]) {
    const wanted = candidates.map((candidate) => slugify(candidate)).find(Boolean) ?? '';
    const from = this.#numbers.get(wanted) ?? 1;
    let tried = 0;
    const isTaken = (candidate: string) => {
      tried += 1;
      return this.#taken.has(candidate);
    };
    const slug = freeSlug(wanted, isTaken, from);
    if (tried > 1) this.#numbers.set(wanted, from + tried - 1);
    this.#taken.add(slug);
    return slug;
  }

  /** The same below another page, with its slug. */
  takeBelow(parent: string, ...candidates: string[]) {
    const wanted = candidates.map((candidate) => slugify(candidate)).find(Boolean) ?? '';
    const slug = `${parent}/${freeSlugBelow(wanted, (own) => this.#taken.has(`${parent}/${own}`))}`;
    this.#taken.add(slug);
    return slug;
  }

  readonly #isTaken = (slug: string) => this.#taken.has(slug);
}
