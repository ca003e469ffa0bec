export const MAX_SERIES_TITLE = 120;
export const MAX_SERIES_DESCRIPTION = 1_000;
/** As many are listed, in the admin and to readers. */
export const MAX_PARTS = 500;
