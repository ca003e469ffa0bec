/** What pages send of themselves: views, what became of slots, and reports on frames. */
export const PAGE_EVENTS = '/_s/e';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** `within` in ms. */
export type BodyLimits = { bytes: number; fields: number; within: number; isSignedOut?: true };

const ofPublicForms: BodyLimits = { bytes: 64 * KILOBYTE, fields: 200, within: 10_000 };
const ofStaffForms: BodyLimits = { bytes: MEGABYTE, fields: 2_000, within: 60_000 };
const ofPictures: BodyLimits = { ...ofPublicForms, bytes: 6 * MEGABYTE, within: 60_000 };
const large: BodyLimits = { ...ofStaffForms, bytes: 12 * MEGABYTE, within: 120_000 };

const ofSignedOut: BodyLimits = { ...ofPublicForms, isSignedOut: true };

/** As much as browsers send from a page that is left. */
const ofPageEvents: BodyLimits = { bytes: 64 * KILOBYTE, fields: 0, within: 10_000 };

/** A report of a mail server, with the e-mail that it is about. */
const ofBounces: BodyLimits = { bytes: 512 * KILOBYTE, fields: 2_000, within: 10_000 };
const BOUNCES = '/api/bounces';

const forStaff = /^\/admin(\/|$)/;
const withLargeBodies = /^\/admin\/(posts|pages|media|slots|redirects|settings\/identity)(\/|$)/;
const PICTURE = '/account/picture';
const IMPORTS = '/admin/import/upload';
const FILES = '/api/media/files';
const streamed = new Set(['/api/media', FILES, IMPORTS]);

/** Null for addresses whose reader streams and limits the body itself. */
export async function bodyLimitsOf(pathname: string, hasSession: () => Promise<boolean>): Promise<BodyLimits | null> {
  if (streamed.has(pathname)) return null;
  if (pathname === PAGE_EVENTS) return ofPageEvents;
  if (pathname === PICTURE) return (await hasSession()) ? ofPictures : ofSignedOut;
  if (pathname === BOUNCES) return ofBounces;
  if (!forStaff.test(pathname)) return ofPublicForms;
  if (!(await hasSession())) return ofSignedOut;
  return withLargeBodies.test(pathname) ? large : ofStaffForms;
}

/** Media libraries and films: much over a slow line. */
export function isLongUpload(url = '') {
  return [IMPORTS, FILES].includes(url.split('?')[0] ?? '');
}

export function formatSize(bytes: number) {
  return bytes < MEGABYTE ? `${bytes / KILOBYTE} kB` : `${bytes / MEGABYTE} MB`;
}
