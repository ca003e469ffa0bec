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

  /** The first wish that makes a slug, numbered if it is taken. */
  take(...wishes: string[]) {
    const wanted = wishes.map((wish) => slugify(wish)).find(Boolean) ?? '';
    const slug = freeSlug(wanted, (candidate) => this.#taken.has(candidate));
    this.#taken.add(slug);
    return slug;
  }
}
