import { downloadTypeOf } from '@/lib/media/downloads';
import { percentDecoded } from '@/lib/web/percent-decoding';
import type { Entry } from '../../entries/entry';
import type { Resolved } from '../../entries/entry-format';
import type { OldSite } from '../../entries/old-site';
import type { FileAddresses } from '../../importer';
import { imageFileName } from '../../reading/image-file-name';
import { storedName } from './recognising';

/** Stands for the folder of the site while a text is read; no such host can exist. */
const FOLDER = 'https://folder.invalid';
/** Where files with addresses from the root of the site may be. */
const folders = [
  '',
  'static/',
  'public/',
  'assets/',
  'source/',
  'src/',
  'src/assets/',
  'src/static/',
  'content/',
  'src/content/',
];

/** Files beside a text, and files with an address on the site. */
export class FolderAddresses {
  readonly #site: OldSite;
  readonly #root: string;

  constructor(site: OldSite, root: string) {
    this.#site = site;
    this.#root = root;
  }

  /** A path beside a text is one of the folder first, and an address of the site after that. */
  resolve(address: string, { path, link }: Entry): Resolved {
    const isElsewhere = /^(?:[a-z][\w+.-]*:|\/|#)/i.test(address);
    const inside = address.replace(/^(?:@|~)\/(?:assets\/)?/, 'src/assets/');
    const page = this.#site.absolute(isElsewhere ? address : inside, link);
    if (isElsewhere) return { file: page, page };
    const from = inside === address ? path : '';
    const file = URL.parse(inside, `${FOLDER}/${encodePath(from)}`);
    if (file?.origin !== FOLDER) return { file: page, page };
    return { file: `${FOLDER}${file.pathname}?at=${encodeURIComponent(page)}`, page };
  }

  /** The path of another text in the folder that an address means; null for others. */
  textAt(address: string, path: string): string | null {
    const [plain = ''] = address.split(/[?#]/);
    if (!/\.(?:md|mdx|markdown)$/i.test(plain) || /^(?:[a-z][\w+.-]*:|\/\/)/i.test(plain)) return null;
    const url = URL.parse(plain, `${FOLDER}/${encodePath(path)}`);
    return url?.origin === FOLDER ? (percentDecoded(url.pathname)?.slice(1) ?? null) : null;
  }

  get files(): FileAddresses {
    return {
      imageNames: (address) => this.#names(address).filter((name) => imageFileName.test(name)),
      fileName: (address) => this.#names(address).find((name) => downloadTypeOf(name) !== null) ?? null,
      fileNames: (address) => this.#names(address).filter((name) => downloadTypeOf(name) !== null),
      pathOf: (address) => this.#site.pathOf(pageOf(address)),
      remotes: (address) => [pageOf(address)],
    };
  }

  #names(address: string): string[] {
    const url = URL.parse(address);
    if (url?.origin === FOLDER) {
      const beside = percentDecoded(url.pathname)?.slice(1).normalize('NFC') ?? '';
      return unique([`${this.#root}${beside}`, beside, ...this.#onSite(pageOf(address))]);
    }
    return unique(this.#onSite(address));
  }

  #onSite(address: string): string[] {
    // Names keep their case, which the form of addresses does not.
    const url = this.#site.pathOf(address) === null ? null : URL.parse(address, `${this.#site.root}/`);
    const path = url ? (percentDecoded(url.pathname)?.normalize('NFC') ?? '') : '';
    const { folder } = this.#site;
    const inside = (folder && path.startsWith(`${folder}/`) ? path.slice(folder.length) : path).replace(/^\/+/, '');
    return [inside, ...folders.map((one) => `${this.#root}${one}${inside}`)];
  }
}

function pageOf(address: string) {
  const url = URL.parse(address);
  return url?.origin === FOLDER ? (url.searchParams.get('at') ?? '') : address;
}

// Blocks path traversal: every segment must be a plain name.
function unique(names: readonly string[]) {
  return [...new Set(names.map(storedName))].filter((name) =>
    name.split('/').every((part) => part !== '' && !/^\.|[\\\p{Cc}:]/u.test(part)),
  );
}

function encodePath(path: string) {
  return path.split('/').map(encodeURIComponent).join('/');
}
