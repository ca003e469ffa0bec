import { paths } from '@/lib/web/paths';
import { withAppended } from '@/lib/redirects/legacy-systems';
import type { Allocation } from './authors-and-tags';
import type { LegacyUrl } from '../drafts';
import type { SourceLinks } from '../importer';
import { legacyAddresses } from '../importers/legacy-addresses';
import type { Scratch, ScratchMap } from '../reading/scratch';

type AddressSources = {
  allocations: Pick<ScratchMap<Allocation>, 'get'>;
  tags: ReadonlyMap<string, Allocation>;
  authors: ReadonlyMap<string, Allocation>;
};

/** Resolves links to the old site as its redirects would. */
export class LinkResolver {
  readonly #links: SourceLinks;
  readonly #sources: AddressSources;
  readonly #table: ScratchMap<string>;

  constructor(links: SourceLinks, known: AddressSources & { legacyUrls: Iterable<LegacyUrl>; scratch: Scratch }) {
    this.#links = links;
    this.#sources = known;
    this.#table = known.scratch.map();
    for (const urls of [known.legacyUrls, links.lists()]) this.#enter(urls);
  }

  #enter(urls: Iterable<LegacyUrl>) {
    for (const { from, to } of urls) {
      const path = pathOf(to, this.#sources);
      if (path && !this.#table.has(from)) this.#table.set(from, path);
    }
  }

  at(address: string): string | null {
    const path = this.#links.pathOf(address.replace(/#.*$/, ''));
    if (path === null) return null;
    const whole = this.#exact(path);
    if (whole) return whole;
    const { base, append } = legacyAddresses.withoutSuffix(path) ?? { base: '', append: '' };
    // Whether a post has a feed is unknown until it is imported: its redirect decides.
    const list = base && (append === '' ? this.#exact(base) : this.#listAt(base));
    return list ? withAppended(list, append) : null;
  }

  #exact(path: string) {
    const post = this.#links.postAt(path);
    return (post && this.#postPath(post)) || this.#listAt(path);
  }

  #postPath(id: string) {
    const allocation = this.#sources.allocations.get(id);
    return allocation ? paths.post(allocation.slug) : null;
  }

  #listAt(path: string): string | null {
    if (path === '/') return path;
    const known = this.#table.get(path);
    if (known) return known;
    const meant = legacyAddresses.replacementOf(this.#links.within(path)) ?? path;
    const isMonth = [...this.#links.months].some((month) => `/${month}` === meant || meant === `/${month.slice(0, 4)}`);
    return isMonth || (meant !== path && !/^\/\d{4}/.test(meant)) ? meant : null;
  }
}

function pathOf(to: LegacyUrl['to'], { allocations, tags, authors }: AddressSources) {
  if ('path' in to) return to.path;
  if ('post' in to) {
    const allocation = allocations.get(to.post);
    return allocation ? withAppended(paths.post(allocation.slug), to.append ?? '') : null;
  }
  const tag = 'tag' in to ? tags.get(to.tag) : undefined;
  if (tag) return withAppended(paths.tag(tag.slug), ('tag' in to && to.append) || '');
  const author = 'author' in to ? authors.get(to.author) : undefined;
  return author ? paths.author(author.slug) : null;
}
