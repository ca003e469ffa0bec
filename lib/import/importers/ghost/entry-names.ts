import type { EntryLocation } from '../../importer';

const dataFile = /\.(?:json|ya?ml)$/i;
const inContent = /(?:^|\/)content\/(?!data\/)/i;
/** What stands before the folders of the library in archives, most likely first. */
const beforeLibrary = [/^(?:.*\/)?content\/(?=(?:images|media|files)\/)/i, /^(?:.*?\/)?(?=(?:images|media|files)\/)/i];
const dated = /^(?:.*?\/)?(?=(?:19|20)\d\d\/(?:0[1-9]|1[0-2])\/)/;
const size = /(^|\/)size\/[^/]+\/(?:format\/[^/]+\/)?/;

/** Whether an entry is an export or a file of the folder content, with its path there. */
export function placeOf(name: string): EntryLocation {
  if (dataFile.test(name) && !inContent.test(name)) return { as: 'export' };
  const before = beforeLibrary.find((pattern) => pattern.test(name));
  if (before) return { as: 'file', name: name.replace(before, '') };
  return { as: 'file', name: dated.test(name) ? name.replace(dated, 'images/') : name };
}

/** The original: resized copies are in a folder of their own, and originals of reduced images beside them. */
export function wholeFileOf(name: string) {
  return withoutSize(name).replace(/_o(?=\.[a-z]+$)/i, '');
}

export function withoutSize(name: string) {
  return name.replace(size, '$1');
}
