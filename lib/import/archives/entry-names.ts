import type { EntryLocation, FileKinds } from '../importer';

export type PlainEntryPlace =
  | EntryLocation
  /** Files that operating systems add to archives, and hidden files. */
  | { as: 'clutter' }
  | { as: 'outside' };

const MAX_NAME_LENGTH = 1_000;
const MAX_SEGMENT_LENGTH = 255;

const clutter = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|\.[^/]+\/|(?:Thumbs\.db|desktop\.ini)$)/i;

/** The target path of an entry: always below the unpacking folder (no path traversal), or none. */
export function locationOfEntry(entryName: string, { placeOf }: Pick<FileKinds, 'placeOf'>): PlainEntryPlace {
  const name = entryName
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/')
    .replace(/^(?:\.?\/)+/, '');
  if (name.split('/').includes('..')) return { as: 'outside' };
  if (name === '' || clutter.test(name)) return { as: 'clutter' };
  const place = placeOf(name);
  return place.as === 'export' || isPlain(place.name) ? place : { as: 'outside' };
}

function isPlain(name: string) {
  if (name.length > MAX_NAME_LENGTH || /[\p{Cc}:]/u.test(name)) return false;
  return name.split('/').every((part) => part !== '' && Buffer.byteLength(part) <= MAX_SEGMENT_LENGTH);
}

/** A name from an archive as reports print it. */
export function printable(name: string) {
  return name.replace(/\p{Cc}/gu, ' ').slice(0, 200);
}
