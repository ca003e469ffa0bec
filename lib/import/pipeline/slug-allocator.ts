import { freeSlug, slugify } from '@/lib/posts/publishing/slugs';

/** Allocates slugs: each once, none that is taken. */
export class SlugAllocator {
  readonly #taken: Set<string>;
  /** Where the search for a free number continues, so that a thousand posts with one title stay linear. */
  readonly #numbers = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  has(slug: string) {
    return this.#taken.has(slug);
  }

  /** Whether a path of one part is one of them. */
  hasPath(path: string) {
    if (path.lastIndexOf('/') !== 0) return false;
    try {
      return this.has(decodeURIComponent(path.slice(1)));
    } catch {
      return false;
    }
  }

  /** The first wish that is free as it is; otherwise the first that makes a slug, numbered. */
  allocateOneOf(...candidates: string[]) {
    const free = candidates
      .map((candidate) => slugify(candidate))
      .find((slug) => slug !== '' && freeSlug(slug, this.#isTaken) === slug);
    return this.take(...(free ? [free] : candidates));
  }

  /** The first wish that makes a slug, numbered if it is taken. */
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

  readonly #isTaken = (slug: string) => this.#taken.has(slug);
}
