import type { LegacyUrl } from '../../drafts';
import type { SourceLinks } from '../../importer';
import { oldPath } from '../../reading/addresses';
import type { Scratch, ScratchMap } from '../../reading/scratch';
import type { ItemOutline, Outline } from './outline';

/** Stands for the blog while its address is not known; no such host can exist. */
const UNKNOWN_BLOG = 'https://blogger.invalid';

/** Where the blog was: a blog is found under the same name in many countries. */
export class BlogAddresses {
  readonly #outline: Outline;
  readonly #root: string;
  readonly #byPath: ScratchMap<string>;

  constructor(outline: Outline, scratch: Scratch) {
    this.#outline = outline;
    this.#root = ofAllCountries(outline.baseUrl || UNKNOWN_BLOG);
    this.#byPath = scratch.map();
    for (const [sourceId, item] of outline.items) {
      const path = item.isHidden ? null : this.pathOf(item.link);
      if (path && path !== '/' && !this.#byPath.has(path)) this.#byPath.set(path, sourceId);
    }
  }

  pathOf(address: string): string | null {
    if (!address) return null;
    return oldPath(ofAllCountries(address.replace(/#.*$/s, '')), this.#root, () => '');
  }

  get links(): SourceLinks {
    return {
      pathOf: (address) => this.pathOf(address),
      postAt: (address) => this.#byPath.get(this.pathOf(address) ?? '') ?? null,
      within: (path) => path,
      months: new Set(this.#months()),
      lists: () => this.#labels(),
    };
  }

  /** Every old address that is not a post's own: labels, their feeds, and the feeds of comments. */
  *legacyUrls(): Generator<LegacyUrl> {
    yield* this.#labels();
    for (const label of this.#outline.labels.values())
      for (const form of ['default', 'summary', 'full'])
        yield {
          from: this.#at(`/feeds/posts/${form}/-/${encodeURIComponent(label.name)}`),
          to: { tag: label.key, append: '/feed.xml' },
        };
    for (const [sourceId, { number, isHidden }] of this.#outline.items)
      if (!isHidden && /^\d+$/.test(number))
        yield { from: `/feeds/${number}/comments/default`, to: { post: sourceId, append: '/feed.xml' } };
  }

  *#labels(): Generator<LegacyUrl> {
    for (const label of this.#outline.labels.values())
      yield { from: this.#at(`/search/label/${encodeURIComponent(label.name)}`), to: { tag: label.key } };
  }

  #at(path: string) {
    return this.pathOf(this.#root + path) ?? path;
  }

  *#months() {
    for (const { link } of this.#outline.items.values()) {
      const month = /^\/(\d{4}\/\d\d)\//.exec(this.pathOf(link) ?? '')?.[1];
      if (month) yield month;
    }
  }
}

/** As it is kept in a text: without a host if that of the blog is unknown. */
export function absolute(address: string, baseUrl: string) {
  const href = URL.parse(address, `${baseUrl || UNKNOWN_BLOG}/`)?.href ?? address;
  return href.startsWith(`${UNKNOWN_BLOG}/`) ? href.slice(UNKNOWN_BLOG.length) : href;
}

function ofAllCountries(address: string) {
  return address.replace(/^((?:https?:)?\/\/[^/?#]+\.blogspot)\.[a-z.]{2,6}(?=[/?#:]|$)/i, '$1.com');
}

/** The wanted slug: Blogger's own, which leaves words of the title out. */
export function slugOf({ link }: Pick<ItemOutline, 'link'>) {
  const last = (URL.parse(link, UNKNOWN_BLOG)?.pathname ?? '').split('/').at(-1) ?? '';
  return last.replace(/\.html?$/i, '');
}
