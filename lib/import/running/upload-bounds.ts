/** What one form of the import page takes in all its files together, in bytes. */
export const LARGEST_UPLOAD = 4 * 1024 ** 3;

export const MOST_FILES = 100;
