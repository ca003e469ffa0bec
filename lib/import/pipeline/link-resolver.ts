import { paths } from '@/lib/paths';
import { withAppended } from '@/lib/redirects/legacy-systems';
import type { Placed } from './authors-and-tags';
import type { LegacyUrl } from '../drafts';
import type { SourceLinks } from '../importer';
import { legacyAddresses } from '../importers/legacy-addresses';
import type { Scratch, ScratchMap } from '../reading/scratch';

type Places = {
  places: Pick<ScratchMap<Placed>, 'get'>;
  tags: ReadonlyMap<string, Placed>;
  authors: ReadonlyMap<string, Placed>;
};

/** Our addresses for links in texts: what redirects would make of them, without the way through the old site. */
export class LinkResolver {
  readonly #links: SourceLinks;
  readonly #places: Places;
  readonly #table: ScratchMap<string>;

  constructor(links: SourceLinks, known: Places & { legacyUrls: Iterable<LegacyUrl>; scratch: Scratch }) {
    this.#links = links;
    this.#places = known;
    this.#table = known.scratch.map();
    for (const urls of [known.legacyUrls, links.lists()]) this.#enter(urls);
  }

  #enter(urls: Iterable<LegacyUrl>) {
    for (const { from, to } of urls) {
      const path = pathOf(to, this.#places);
      if (path && !this.#table.has(from)) this.#table.set(from, path);
    }
  }

  /** Null for what is on another site, and for what this one does not show. */
  at(address: string): string | null {
    const path = this.#links.pathOf(address.replace(/#.*$/, ''));
    if (path === null) return null;
    const whole = this.#exact(path);
    if (whole) return whole;
    const { base, append } = legacyAddresses.withoutSuffix(path) ?? { base: '', append: '' };
    // Whether a post has a feed is not known before it is here: its redirect will tell.
    const list = base && (append === '' ? this.#exact(base) : this.#listAt(base));
    return list ? withAppended(list, append) : null;
  }

  #exact(path: string) {
    const post = this.#links.postAt(path);
    return (post && this.#postPath(post)) || this.#listAt(path);
  }

  #postPath(id: string) {
    const place = this.#places.places.get(id);
    return place ? paths.post(place.slug) : null;
  }

  #listAt(path: string): string | null {
    if (path === '/') return path;
    const kept = this.#table.get(path);
    if (kept) return kept;
    const meant = legacyAddresses.replacementOf(this.#links.within(path)) ?? path;
    const isMonth = [...this.#links.months].some((month) => `/${month}` === meant || meant === `/${month.slice(0, 4)}`);
    return isMonth || (meant !== path && !/^\/\d{4}/.test(meant)) ? meant : null;
  }
}

function pathOf(to: LegacyUrl['to'], { places, tags, authors }: Places) {
  if ('path' in to) return to.path;
  if ('post' in to) {
    const place = places.get(to.post);
    return place ? paths.post(place.slug) : null;
  }
  const tag = 'tag' in to ? tags.get(to.tag) : undefined;
  if (tag) return paths.tag(tag.slug);
  const author = 'author' in to ? authors.get(to.author) : undefined;
  return author ? paths.author(author.slug) : null;
}
