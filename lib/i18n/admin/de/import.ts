/** Imports from other systems. */
export const imports = {};
