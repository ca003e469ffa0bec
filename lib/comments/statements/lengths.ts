/** In characters. */
export const MAX_EXPLANATION = 500;
export const MAX_APPEAL = 2_000;
