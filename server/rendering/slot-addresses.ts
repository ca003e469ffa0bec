/** Code that runs in the page, by the name of its version. */
export const IN_PAGE_CODE = '/_s/c/';

/** Asked by the server alone, for a request with a session cookie. */
export const AUDIENCE = '/_s/a';

/** Asked by the server alone: whether the site is closed to anybody, and whether a browser may see it. */
export const SITE_STATE = '/_s/o';
export const SITE_GATE = '/_s/g';

/** The script that measures what code costs, before its version. */
export const SLOT_COSTS = '/_s/h-';

/** The form "Hide or report", before its version. */
export const SLOT_REPORT = '/_s/r-';

/** What readers' browsers choose from. */
export const SLOT_MANIFEST = '/_s/m.json';
