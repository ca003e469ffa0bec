/** Before hashes of what was read as the old site shows it. */
export const MIRRORED = 'mirrored:';
