import type { EntryLocation } from '../../importer';

/** Prefixes of upload paths, most likely first. Multisite networks have one folder per site. */
const beforeUploads = [
  /^(?:.*\/)?wp-content\/uploads\//i,
  /^(?:.*\/)?wp-content\/blogs\.dir\/\d+\/files\//i,
  /^(?:.*?\/)?uploads\//i,
  /^(?:.*?\/)?(?=(?:19|20)\d\d\/(?:0[1-9]|1[0-2])\/)/,
];
const ofOneSite = /^sites\/\d+\//;

/** Whether an entry is an export or a file of wp-content/uploads, with its path there. */
export function placeOf(name: string): EntryLocation {
  const before = beforeUploads.find((pattern) => pattern.test(name));
  if (!before && /\.xml$/i.test(name)) return { as: 'export' };
  return { as: 'file', name: before ? name.replace(before, '').replace(ofOneSite, '') : name };
}

const size = /-\d{1,5}x\d{1,5}(?=\.[a-z]+$)/i;
const copy = /-(?:scaled|rotated)(?=\.[a-z]+$)/i;
const preview = /-pdf\.jpg$/i;

/** The original file: resized images and PDF previews are stored beside it. */
export function wholeFileOf(name: string) {
  return name.replace(size, '').replace(copy, '').replace(preview, '.pdf');
}
