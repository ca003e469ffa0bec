import { freeSlug, slugify } from '@/lib/posts/slugs';

/** Gives out addresses: each once, none that is taken. */
export class SlugBook {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  has(slug: string) {
    return this.#taken.has(slug);
  }

  /** The first wish that is free as it is; otherwise the first that makes a slug, numbered. */
  takeOneOf(...wishes: string[]) {
    const free = wishes
      .map((wish) => slugify(wish))
      .find((slug) => slug !== '' && freeSlug(slug, this.#isTaken) === slug);
    return this.take(...(free ? [free] : wishes));
  }

  /** The first wish that makes a slug, numbered if it is taken. */
  take(...wishes: string[]) {
    const wanted = wishes.map((wish) => slugify(wish)).find(Boolean) ?? '';
    const slug = freeSlug(wanted, this.#isTaken);
    this.#taken.add(slug);
    return slug;
  }

  readonly #isTaken = (slug: string) => this.#taken.has(slug);
}
