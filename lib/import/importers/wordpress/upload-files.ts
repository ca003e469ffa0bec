import { downloadTypes } from '@/lib/media/downloads';
import { percentDecoded } from '@/lib/web/percent-decoding';
import { imageFileName } from '../../reading/image-file-name';
import { oldPath } from '../../reading/addresses';

/** Photon, WordPress.com's image service, puts the real address into its path. */
const photon = /^https?:\/\/i\d\.wp\.com\/(.+)$/i;
const beforeUploads =
  /^.*?\/(?:wp-content\/uploads(?:\/sites\/\d+)?|wp-content\/blogs\.dir\/\d+\/files|files)\/(?=.)|^\/(?=\d{4}\/\d\d\/[^/]+$)/;
const size = /-\d{1,5}x\d{1,5}(?=\.[a-z]+$)/i;

/** Finds files in a copy of wp-content/uploads by old address. */
export class UploadFiles {
  readonly #hosts: Set<string>;

  /** `addresses`: of the site and its attachments, which may be on other hosts. */
  constructor(addresses: Iterable<string>) {
    this.#hosts = new Set();
    for (const address of addresses) this.#hosts.add(hostOf(address));
    this.#hosts.delete('');
  }

  /** Candidate paths of an image, originals first; empty for other sites and paths outside the folder. */
  imageNames(address: string): string[] {
    const name = this.fileName(address);
    if (name === null || !imageFileName.test(name)) return [];
    const whole = name.replace(size, '');
    const scaled = whole.replace(/(-scaled)?(?=\.[a-z]+$)/i, '-scaled');
    const unscaled = whole.replace(/-scaled(?=\.[a-z]+$)/i, '');
    return [...new Set([whole, scaled, unscaled, name])];
  }

  fileName(address: string): string | null {
    const inner = photon.exec(address)?.[1];
    const url = URL.parse(inner ? `https://${inner}` : address.startsWith('//') ? `https:${address}` : address);
    if (!url || !this.#hosts.has(hostOf(url.href)) || !beforeUploads.test(url.pathname)) return null;
    const name = percentDecoded(url.pathname.replace(beforeUploads, ''))?.normalize('NFC') ?? null;
    return name !== null && isInside(name) ? name : null;
  }
}

const endings = ['jpe?g', 'png', 'gif', 'webp', 'avif', ...Object.keys(downloadTypes)].join('|');
const addressLike = /(?:(?:https?:)?\/\/|(?<=["'])\/)[^\s"'<>\\[\]]{4,}/gi;
const namedFile = new RegExp(String.raw`^.{4,500}?\.(?:${endings})(?=[?)#&]|$)`, 'i');
const uploadedFile = /^.{0,300}?\/wp-content\/uploads\/[^?#&)]{1,300}?\.[a-z0-9]{1,10}(?=[?)#&]|$)/i;

/** Every upload address in a text, of an image or another file. */
export function fileAddressesIn(html: string) {
  const found = html.match(addressLike) ?? [];
  return [...new Set(found.flatMap((address) => (namedFile.exec(address) ?? uploadedFile.exec(address))?.[0] ?? []))];
}

/** The path under which the old site served an image, if it did. */
export function pathOfImage(address: string, baseUrl: string) {
  const origin = URL.parse(baseUrl)?.origin;
  const path = origin ? oldPath(address.replace(/[?#].*$/, ''), origin) : null;
  return path && /\/(?:wp-content|files)\//.test(path) ? path : null;
}

/** Where an upload can be fetched: the original of a resized copy first. */
export function remotesOfUpload(address: string) {
  const inner = photon.exec(address)?.[1];
  const real = inner ? `https://${inner}` : address.startsWith('//') ? `https:${address}` : address;
  const url = URL.parse(real);
  if (!url) return [];
  url.search = '';
  const given = url.href;
  url.pathname = url.pathname.replace(size, '');
  return [...new Set([url.href, given])];
}

function hostOf(address: string) {
  return (URL.parse(address)?.host ?? '').toLowerCase().replace(/^www\./, '');
}

// Blocks path traversal ("..%2f..%2fetc"): every segment must be a plain name.
function isInside(name: string) {
  return name.split('/').every((part) => part !== '' && !/^\.|[\\\p{Cc}:]/u.test(part));
}
