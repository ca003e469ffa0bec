import { oldPath } from '../reading/addresses';

/** Stands for a site whose address is not known; no such host can exist. */
const UNKNOWN_SITE = 'https://site.invalid';

/** Where the old site was, and which addresses are its own. */
export class OldSite {
  /** Without a slash at its end; "" if it is not known. */
  readonly baseUrl: string;
  readonly root: string;
  /** Its folder on the host; "" for none. */
  readonly folder: string;

  constructor(address: string) {
    const url = /^https?:\/\//i.test(address.trim()) ? URL.parse(address.trim()) : null;
    this.baseUrl = url ? (url.origin + url.pathname).replace(/(?<!\/)\/+$/, '') : '';
    this.root = this.baseUrl || UNKNOWN_SITE;
    this.folder = oldPath(`${this.root}/`, this.root)?.replace(/\/$/, '') ?? '';
  }

  /** The canonical path of an address; null for one of another site. */
  pathOf(address: string): string | null {
    return address ? oldPath(this.#whole(address.replace(/#.*$/s, '')), this.root, () => '') : null;
  }

  /** An address in full, seen from a page of the site. */
  absolute(address: string, from = '') {
    const page = URL.parse(this.#whole(from), `${this.root}/`)?.href ?? `${this.root}/`;
    const url = address.startsWith('/') && !address.startsWith('//') ? this.#whole(address) : address;
    return URL.parse(url, page)?.href ?? address;
  }

  /** As it is kept in a text: without a host if that of the site is not known. */
  shown(address: string) {
    return address.startsWith(`${UNKNOWN_SITE}/`) ? address.slice(UNKNOWN_SITE.length) : address;
  }

  /** A path from the root of the site, as seen from its folder. */
  within(path: string) {
    const isBelow = path === this.folder || path.startsWith(`${this.folder}/`);
    return (isBelow ? path.slice(this.folder.length) : path) || '/';
  }

  // Paths of exports begin at the site, not at its host.
  #whole(address: string) {
    if (!address.startsWith('/') || address.startsWith('//')) return address;
    const isBelow = this.folder !== '' && (address === this.folder || address.startsWith(`${this.folder}/`));
    return (isBelow ? new URL(this.root).origin : this.root) + address;
  }
}
