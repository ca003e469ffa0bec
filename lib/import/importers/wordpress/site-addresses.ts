import { canonicalPath } from '@/lib/web/canonical-path';
import { oldPath } from '../../reading/addresses';
import type { LegacyUrl } from '../../drafts';
import type { ImportTarget } from '../../importer';
import type { ScratchMap } from '../../reading/scratch';
import { archivesBelow, learnPrefix, siteFeeds } from './list-addresses';
import type { ItemOutline, Outline } from './outline';
import { subjectOf } from './query-addresses';
import type { XmlNode } from '../../reading/xml/records';
import { linkOf, squarespaceLists } from './squarespace';
import type { TermOutline } from './terms';

type Target = LegacyUrl['to'];
type FilesHere = Pick<ImportTarget, 'imageAt' | 'fileAt'>;

/** The old site's addresses: items by path and number, terms by theirs. */
export class SiteAddresses {
  readonly #outline: Outline;
  readonly #byPath: ScratchMap<string>;
  /** The site's folder on its host; "" for none. */
  readonly #folder: string;
  /** Paths below which its lists may be; "" for the root. */
  readonly #roots: readonly string[];

  constructor(outline: Outline) {
    this.#outline = outline;
    this.#byPath = outline.scratch.map();
    this.#folder = this.pathOf(`${outline.baseUrl}/`)?.replace(/^\/$/, '') ?? '';
    for (const [id, item] of outline.items) {
      const path = this.pathOf(item.link);
      if (path && path !== '/' && !this.#byPath.has(path)) this.#byPath.set(path, id);
    }
    for (const [address, id] of outline.former) {
      const path = this.pathOf(address);
      if (path && path !== '/' && !this.#byPath.has(path)) this.#byPath.set(path, id);
    }
    this.#roots = this.#learnRoots();
  }

  pathOf(address: string): string | null {
    const { baseUrl, otherUrls } = this.#outline;
    for (const site of [baseUrl, ...otherUrls]) {
      const path = oldPath(address, site, subjectOf);
      if (path) return path;
    }
    return null;
  }

  linkOf(item: XmlNode) {
    return linkOf(item, this.#outline);
  }

  /** WordPress's address of numbered items and unnamed paths. */
  under(query: string) {
    return `${this.#folder || '/'}?${query}`;
  }

  within(path: string) {
    const inner = path.startsWith(`${this.#folder}/`) ? path.slice(this.#folder.length) : path;
    return inner.startsWith(`${this.#folder}?`) ? `/${inner.slice(this.#folder.length)}` : inner;
  }

  /** The post or page at an old address, or null. */
  postAt(address: string): string | null {
    const path = this.pathOf(address.replace(/#.*$/, ''));
    if (!path) return null;
    const id =
      /^\/\?(?:p|page_id)=(\d+)$/.exec(this.within(path))?.[1] ??
      this.#byPath.get(path) ??
      this.#byPath.get(path.replace(/\/\d{1,4}$/, ''));
    const item = id ? this.#outline.items.get(id) : undefined;
    return id && item && isPost(item) && !item.isHidden ? id : null;
  }

  /** Every old address that is not a post's own: attachments, menu entries, terms, authors, feeds. */
  *legacyUrls(files: FilesHere): Generator<LegacyUrl> {
    for (const [id, item] of this.#outline.items) yield* this.#legacyUrlsOf(id, item, files);
    for (const term of this.#outline.terms.values()) yield* this.#addressesOfTerm(term);
    for (const [id, author] of this.#outline.authorKeysById) yield { from: this.under(`author=${id}`), to: { author } };
    for (const root of this.#roots) if (root !== '') yield* archivesBelow(root, this.#outline);
    if (this.#outline.isSquarespace) yield* squarespaceLists(this.#outline);
    const feeds = [
      ...siteFeeds,
      [this.under('feed=rss2'), '/rss.xml'],
      [this.under('feed=rss'), '/rss.xml'],
      [this.under('feed=atom'), '/feed.xml'],
      ['/comments/feed', '/comments/rss.xml'],
      ['/wp-sitemap.xml', '/sitemap.xml'],
    ] as const;
    for (const [from, path] of feeds) yield { from, to: { path } };
  }

  /** Old lists that have the same path here: links may use the old host. */
  lists() {
    return archivesBelow('', this.#outline);
  }

  // A site in a folder has everything there; a permalink prefix also applies to lists.
  #learnRoots() {
    const folder = this.#folder;
    const prefix = learnPrefix(this.#postPaths(folder), (slug) => this.#outline.terms.has(`category:${slug}`));
    return [...new Set([folder, folder + prefix])];
  }

  *#postPaths(folder: string) {
    for (const item of this.#outline.items.values()) {
      const path = item.type === 'post' && !item.isHidden ? this.pathOf(item.link) : null;
      if (path?.startsWith(`${folder}/`) && !path.includes('?')) yield path.slice(folder.length);
    }
  }

  *#legacyUrlsOf(id: string, item: ItemOutline, files: FilesHere): Generator<LegacyUrl> {
    if (isPost(item) || !['attachment', 'nav_menu_item'].includes(item.type)) return;
    const to = item.type === 'attachment' ? this.#showing(id, files) : this.#menuTarget(item);
    // Readers get a 404 rather than the front page.
    if (!to) return;
    const path = this.pathOf(item.link);
    if (path && path !== '/') yield { from: path, to };
    if (item.type === 'attachment') yield { from: this.under(`attachment_id=${id}`), to };
  }

  // Attachment pages lead to their post, or to the file.
  #showing(id: string, { imageAt, fileAt }: FilesHere): Target | null {
    const { url = '', parentId = '' } = this.#outline.attachments.get(id) ?? {};
    const file = fileAt(url);
    if (file) return { path: file };
    const post = [parentId, this.#outline.coverOf.get(id) ?? ''].find((one) => {
      const item = this.#outline.items.get(one);
      return item && isPost(item) && !item.isHidden;
    });
    if (post) return { post };
    const image = imageAt(url);
    return image ? { path: image.url } : null;
  }

  #menuTarget({ target }: ItemOutline): Target | null {
    if (target?.kind === 'post_type') {
      const item = this.#outline.items.get(target.id);
      if (item && isPost(item) && !item.isHidden) return { post: target.id };
    }
    if (target?.kind === 'taxonomy') {
      const term = [...this.#outline.terms.values()].find(({ id }) => id === target.id);
      if (term) return { tag: term.key };
    }
    const post = target?.url ? this.postAt(target.url) : null;
    return post ? { post } : null;
  }

  *#addressesOfTerm(term: TermOutline): Generator<LegacyUrl> {
    const to = { tag: term.key };
    for (const root of this.#roots) {
      const base = this.#outline.bases[term.taxonomy === 'category' ? 'category' : 'tag'];
      const parts = [...base.split('/'), ...this.#chain(term)].filter(Boolean);
      yield { from: canonicalPath(`${root}/${parts.map(encodeURIComponent).join('/')}`), to };
    }
    if (term.taxonomy === 'category' && term.id) yield { from: this.under(`cat=${term.id}`), to };
    if (term.taxonomy === 'post_tag') yield { from: this.under(`tag=${encodeURIComponent(term.slug)}`), to };
  }

  #chain(term: TermOutline) {
    const slugs = [term.slug];
    let above = term.parentSlug;
    while (above && !slugs.includes(above) && slugs.length < 20) {
      slugs.unshift(above);
      above = this.#outline.terms.get(`${term.taxonomy}:${above}`)?.parentSlug ?? '';
    }
    return slugs;
  }
}

/** Whether an item is content; revisions, menus and styles are internal. */
export function isPost(item: { type: string }) {
  return item.type === 'post' || item.type === 'page';
}
