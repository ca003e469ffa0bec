import type { EntryPlace, FileKinds } from '../importer';

/** What an entry of an archive is to an import, by its name alone. */
export type PlainEntryPlace =
  | EntryPlace
  /** What operating systems leave in archives, and hidden files. */
  | { as: 'clutter' }
  | { as: 'outside' };

const LONGEST_NAME = 1_000;
const LONGEST_PART = 255;

const clutter = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|\.[^/]+\/|(?:Thumbs\.db|desktop\.ini)$)/i;

/** A name is data: whatever it says, a file lies below the folder into which the archive is unpacked, or nowhere. */
export function placeOfEntry(entryName: string, { placeOf }: Pick<FileKinds, 'placeOf'>): PlainEntryPlace {
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
  if (name.length > LONGEST_NAME || /[\p{Cc}:]/u.test(name)) return false;
  return name.split('/').every((part) => part !== '' && Buffer.byteLength(part) <= LONGEST_PART);
}
