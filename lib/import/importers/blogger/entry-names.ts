import type { EntryLocation } from '../../importer';

/**
 * Whether an entry of an archive is an export or an image. The address of an image names its file, and not the album that
 * it is in: files are found by their name alone.
 */
export function placeOf(name: string): EntryLocation {
  const last = name.split('/').at(-1) ?? name;
  if (/\.(?:xml|atom)$/i.test(last) && !/^theme[-_ ]/i.test(last)) return { as: 'export' };
  if (/^settings\.csv$/i.test(last)) return { as: 'export' };
  return { as: 'file', name: last };
}
