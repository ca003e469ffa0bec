/** Tags. */
export const tags = {};
