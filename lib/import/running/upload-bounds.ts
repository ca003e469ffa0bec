/** What one form of the import page takes in all its files together, in bytes. */
export const MAX_UPLOAD_BYTES = 4 * 1024 ** 3;

export const MAX_FILES = 100;
