/** The media library. */
export const media = {};
