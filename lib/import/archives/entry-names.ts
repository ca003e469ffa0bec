import type { EntryLocation, FileKinds } from '../importer';

/** What an entry of an archive is to an import, by its name alone. */
export type PlainEntryPlace =
  | EntryLocation
  /** What operating systems leave in archives, and hidden files. */
  | { as: 'clutter' }
  | { as: 'outside' };

const MAX_NAME_LENGTH = 1_000;
const MAX_SEGMENT_LENGTH = 255;

const clutter = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|\.[^/]+\/|(?:Thumbs\.db|desktop\.ini)$)/i;

/** A name is data: whatever it says, a file lies below the folder into which the archive is unpacked, or nowhere. */
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
