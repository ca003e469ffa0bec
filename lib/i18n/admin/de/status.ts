/** System status. */
export const status = {};
