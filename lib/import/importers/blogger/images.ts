import { percentDecoded } from '@/lib/web/percent-decoding';
import type { FileAddresses } from '../../importer';
import { imageFileName } from '../../reading/image-file-name';

const hosts =
  /(?:^|\.)(?:bp\.blogspot\.com|blogger\.googleusercontent\.com|ggpht\.com|googleusercontent\.com|blogger\.com)$/i;
/** A folder of the path that is a size: "s320", "w320-h214-p-k-no-nu", "s72-c". */
const sizeFolder = /\/(?:[swh]\d{1,5}(?:-[a-z0-9]{1,6}){0,8})(?=\/[^/]+$)/i;
const sizeEnding = /=(?:[swh]\d{1,5}(?:-[a-z0-9]{1,6}){0,8})$/i;
const addressLike = /(?:https?:)?\/\/[^\s"'<>()\\]{4,2000}/gi;

/** The address of an image in its original size; any other address as it is. */
export function originalOf(address: string) {
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address);
  if (!url || !hosts.test(url.hostname)) return address;
  if (sizeEnding.test(url.pathname)) url.pathname = url.pathname.replace(sizeEnding, '=s0');
  else url.pathname = url.pathname.replace(sizeFolder, '/s0');
  return url.href;
}

/** Whether an address is an image of Blogger's hosts. */
export function isHosted(address: string) {
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address);
  return url !== null && hosts.test(url.hostname);
}

/** Every address of a text that may be a file of the blog. */
export function fileAddressesIn(html: string) {
  const found = html.match(addressLike) ?? [];
  return [...new Set(found.map((address) => address.replaceAll('&amp;', '&')))].filter(
    (address) => nameIn(address) !== null && (isHosted(address) || imageFileName.test(pathOf(address))),
  );
}

/** Files are found by their names alone: an album is not in the address. */
export const files: FileAddresses = {
  imageNames: (address) => {
    const name = nameIn(address);
    if (name === null || !imageFileName.test(name)) return [];
    const spaced = name.replaceAll('+', ' ');
    return [...new Set([name, spaced, name.replaceAll(' ', '_')])];
  },
  fileName: (address) => {
    const name = nameIn(address);
    return name !== null && imageFileName.test(name) ? name : null;
  },
  pathOf: () => null,
};

function pathOf(address: string) {
  return URL.parse(address.startsWith('//') ? `https:${address}` : address)?.pathname ?? '';
}

function nameIn(address: string) {
  const last = pathOf(address).split('/').at(-1) ?? '';
  const name = percentDecoded(last)?.normalize('NFC').trim() ?? '';
  return name === '' || /^\.|[/\\\p{Cc}:]/u.test(name) ? null : name;
}
