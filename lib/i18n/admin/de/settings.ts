/** The settings of the site. */
export const settings = {};
