import { percentDecoded } from '@/lib/web/percent-decoding';
import { imageFileName } from '../../reading/image-file-name';
import { oldPath } from '../../reading/addresses';
import type { FileAddresses } from '../../importer';
import { withoutSize, wholeFileOf } from './entry-names';
import { PLACEHOLDER, UNKNOWN_SITE } from './hosts';

const inLibrary = /\/content\/((?:images|media|files)\/.+)$/;
const fileAddress = /(?:https?:\/\/[^\s"'<>()\\]{1,200}?)?\/content\/(?:images|media|files)\/[^\s"'<>()\\?#]{1,500}/g;

/** Where the old site was, and which addresses are its own. */
export class GhostSite {
  /** "" if it is unknown. */
  readonly baseUrl: string;
  /** The address that stands for the site while it is read. */
  readonly root: string;
  /** The site's folder on its host; "" for none. */
  readonly folder: string;
  readonly #sites: readonly string[];
  readonly #hosts: ReadonlySet<string>;

  constructor(baseUrl: string, otherSites: readonly string[]) {
    this.baseUrl = baseUrl;
    this.root = baseUrl || UNKNOWN_SITE;
    this.#sites = [this.root, ...otherSites];
    this.#hosts = new Set(this.#sites.map(hostOf));
    this.folder = oldPath(`${this.root}/`, this.root)?.replace(/\/$/, '') ?? '';
  }

  withAddress(text: string) {
    return text.replaceAll(PLACEHOLDER, this.root);
  }

  pathOf(address: string): string | null {
    const given = this.withAddress(address).replace(/#.*$/s, '');
    for (const site of this.#sites) {
      const path = oldPath(given, site, () => '');
      if (path) return path;
    }
    return null;
  }

  within(path: string) {
    return (path.startsWith(`${this.folder}/`) || path === this.folder ? path.slice(this.folder.length) : path) || '/';
  }

  /** As it is kept in a text: without a host if that of the site is unknown. */
  absolute(address: string) {
    const href = URL.parse(this.withAddress(address), `${this.root}/`)?.href ?? address;
    return href.startsWith(`${UNKNOWN_SITE}/`) ? href.slice(UNKNOWN_SITE.length) : href;
  }

  get files(): FileAddresses {
    return {
      imageNames: (address) => {
        const name = this.#fileName(address);
        if (name === null || !imageFileName.test(name)) return [];
        const names = [wholeFileOf(name), name];
        // The folder with the images alone has no folder of that name.
        return [...new Set([...names, ...names.map((one) => one.replace(/^images\//, ''))])];
      },
      fileName: (address) => this.#fileName(address),
      pathOf: (address) => {
        const url = URL.parse(this.withAddress(address), `${this.root}/`);
        return url && inLibrary.test(url.pathname) ? oldPath(url.origin + url.pathname, url.origin) : null;
      },
    };
  }

  /** Every address of a file of the site in a text. */
  filesIn(html: string) {
    const found = html.match(fileAddress) ?? [];
    return [...new Set(found)].filter((address) => this.#fileName(address) !== null);
  }

  #fileName(address: string): string | null {
    const url = URL.parse(this.withAddress(address), `${this.root}/`);
    const path = url && this.#hosts.has(hostOf(url.href)) ? inLibrary.exec(url.pathname)?.[1] : undefined;
    const name = path ? percentDecoded(path)?.normalize('NFC') : undefined;
    return name && isInside(name) ? withoutSize(name) : null;
  }
}

function hostOf(address: string) {
  return (URL.parse(address)?.host ?? '').toLowerCase().replace(/^www\./, '');
}

// Blocks path traversal ("..%2f..%2fetc"): every segment must be a plain name.
function isInside(name: string) {
  return name.split('/').every((part) => part !== '' && !/^\.|[\\\p{Cc}:]/u.test(part));
}
