import type { EntryLocation } from '../../importer';

/** What may stand before the path below the uploads, surest first. A network of sites has a folder for each. */
const beforeUploads = [
  /^(?:.*\/)?wp-content\/uploads\//i,
  /^(?:.*\/)?wp-content\/blogs\.dir\/\d+\/files\//i,
  /^(?:.*?\/)?uploads\//i,
  /^(?:.*?\/)?(?=(?:19|20)\d\d\/(?:0[1-9]|1[0-2])\/)/,
];
const ofOneSite = /^sites\/\d+\//;

/** An export, or a file of wp-content/uploads with its path below that folder. */
export function placeOf(name: string): EntryLocation {
  const before = beforeUploads.find((pattern) => pattern.test(name));
  if (!before && /\.xml$/i.test(name)) return { as: 'export' };
  return { as: 'file', name: before ? name.replace(before, '').replace(ofOneSite, '') : name };
}

const size = /-\d{1,5}x\d{1,5}(?=\.[a-z]+$)/i;
const copy = /-(?:scaled|rotated)(?=\.[a-z]+$)/i;
const preview = /-pdf\.jpg$/i;

/** The file that a name belongs to: many sizes of each picture, and a picture of each PDF, lie beside it. */
export function wholeFileOf(name: string) {
  return name.replace(size, '').replace(copy, '').replace(preview, '.pdf');
}
