/** Where pages say what the code in a slot's frame did (server/rendering/slot-guard.ts). */
export const FRAME_REPORTS = '/_n/e';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/**
 * What may be sent to an address: how many bytes, how many fields, and how long it may take to arrive (ms); and whether
 * that is so little only because nobody is signed in.
 */
export type BodyBounds = { bytes: number; fields: number; within: number; isSignedOut?: true };

/** Forms that anybody may send are text, and quickly there. */
const ofEverybody: BodyBounds = { bytes: 64 * KILOBYTE, fields: 200, within: 10_000 };
/** Lists of what is ticked, and the settings with their files of text. */
const ofStaff: BodyBounds = { bytes: MEGABYTE, fields: 2_000, within: 60_000 };
/** Long texts, and pictures. */
const large: BodyBounds = { ...ofStaff, bytes: 12 * MEGABYTE, within: 120_000 };

/** Forms of staff from a browser without a session. */
const ofSignedOut: BodyBounds = { ...ofEverybody, isSignedOut: true };

/** What a page says about a slot's frame: two words. */
const report: BodyBounds = { bytes: KILOBYTE, fields: 0, within: 10_000 };

const forStaff = /^\/admin(\/|$)/;
const withLongTextsOrPictures = /^\/admin\/(posts|pages|media|slots)(\/|$)/;
const IMPORTS = '/admin/import/upload';
const streamed = new Set(['/api/media', IMPORTS]);

/**
 * The bounds of what is sent to this address; null where its own reader takes it piece by piece and stops by itself. The
 * larger ones are for browsers with a session.
 */
export async function bodyBoundsOf(pathname: string, hasSession: () => Promise<boolean>): Promise<BodyBounds | null> {
  if (streamed.has(pathname)) return null;
  if (pathname === FRAME_REPORTS) return report;
  if (!forStaff.test(pathname)) return ofEverybody;
  if (!(await hasSession())) return ofSignedOut;
  return withLongTextsOrPictures.test(pathname) ? large : ofStaff;
}

/** Whether what is sent there may be a media library: gigabytes, over a line of a few megabits. */
export function mayTakeHours(url = '') {
  return url.split('?')[0] === IMPORTS;
}

/** "64 kB", as people write it. */
export function sizeInWords(bytes: number) {
  return bytes < MEGABYTE ? `${bytes / KILOBYTE} kB` : `${bytes / MEGABYTE} MB`;
}
