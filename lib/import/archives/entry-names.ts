/** What an entry of an archive is to an import, by its name alone. */
export type EntryPlace =
  | { as: 'export' }
  /** A file of wp-content/uploads; `name` is its path below that folder. */
  | { as: 'upload'; name: string }
  /** What operating systems leave in archives, and hidden files. */
  | { as: 'clutter' }
  | { as: 'outside' };

const LONGEST_NAME = 1_000;
const LONGEST_PART = 255;

const clutter = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|\.[^/]+\/|(?:Thumbs\.db|desktop\.ini)$)/i;
/** What may stand before the path below the uploads, surest first. A network of sites has a folder for each. */
const beforeUploads = [
  /^(?:.*\/)?wp-content\/uploads\//i,
  /^(?:.*\/)?wp-content\/blogs\.dir\/\d+\/files\//i,
  /^(?:.*?\/)?uploads\//i,
  /^(?:.*?\/)?(?=(?:19|20)\d\d\/(?:0[1-9]|1[0-2])\/)/,
];
const ofOneSite = /^sites\/\d+\//;

/** A name is data: whatever it says, a file lies below the folder into which the archive is unpacked, or nowhere. */
export function placeOfEntry(entryName: string): EntryPlace {
  const name = entryName
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/')
    .replace(/^(?:\.?\/)+/, '');
  if (name.split('/').includes('..')) return { as: 'outside' };
  if (name === '' || clutter.test(name)) return { as: 'clutter' };
  const before = beforeUploads.find((pattern) => pattern.test(name));
  if (!before && /\.xml$/i.test(name)) return { as: 'export' };
  const below = before ? name.replace(before, '').replace(ofOneSite, '') : name;
  return isPlain(below) ? { as: 'upload', name: below } : { as: 'outside' };
}

function isPlain(name: string) {
  if (name.length > LONGEST_NAME || /[\p{Cc}:]/u.test(name)) return false;
  return name.split('/').every((part) => part !== '' && Buffer.byteLength(part) <= LONGEST_PART);
}

const size = /-\d{1,5}x\d{1,5}(?=\.[a-z]+$)/i;
const copy = /-(?:scaled|rotated)(?=\.[a-z]+$)/i;
const preview = /-pdf\.jpg$/i;

/** The file that a name belongs to: WordPress keeps many sizes of each picture, and a picture of each PDF, beside it. */
export function wholeFileOf(name: string) {
  return name.replace(size, '').replace(copy, '').replace(preview, '.pdf');
}
