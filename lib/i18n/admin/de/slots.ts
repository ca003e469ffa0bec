/** Ad slots, their contents and tests. */
export const slots = {};
