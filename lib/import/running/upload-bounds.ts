/** Limit of one import form, all files together (bytes). */
export const MAX_UPLOAD_BYTES = 4 * 1024 ** 3;

export const MAX_FILES = 100;
