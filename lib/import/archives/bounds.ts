import 'server-only';
import { statfs } from 'node:fs/promises';
import { AppError } from '@/lib/platform/errors';

export type ArchiveBounds = {
  entries: number;
  bytes: number;
  /** Largest permitted expansion, once more than `free` bytes are unpacked. */
  ratio: number;
  free: number;
  reserve: number;
};

const MEGABYTE = 1024 ** 2;

export const usualBounds: ArchiveBounds = {
  entries: 500_000,
  bytes: 32 * 1024 * MEGABYTE,
  ratio: 200,
  free: 64 * MEGABYTE,
  reserve: 256 * MEGABYTE,
};

const DISK_CHECK_INTERVAL_BYTES = 64 * MEGABYTE;

/** Counts unpacked data and stops an archive that exceeds its limits or would fill the disk. */
export class ArchiveBudget {
  readonly #bounds: ArchiveBounds;
  readonly #folder: string;
  #entries = 0;
  #bytes = 0;
  #sinceCheck = DISK_CHECK_INTERVAL_BYTES;
  #packed = 0;
  #unpacked = 0;

  constructor(folder: string, bounds: ArchiveBounds) {
    this.#folder = folder;
    this.#bounds = bounds;
  }

  begin(packed: number) {
    this.#packed = packed;
    this.#unpacked = 0;
  }

  countEntry() {
    this.#entries += 1;
    const { entries } = this.#bounds;
    if (this.#entries > entries) throw tooMuch(`more than ${entries.toLocaleString('en')} entries are in it`);
  }

  async take(bytes: number) {
    const { ratio, free, bytes: most } = this.#bounds;
    this.#bytes += bytes;
    this.#unpacked += bytes;
    this.#sinceCheck += bytes;
    if (this.#unpacked > free && this.#unpacked > this.#packed * ratio)
      throw tooMuch(`its contents are more than ${ratio} times as large as the archive, which is the limit`);
    if (this.#bytes > most) throw tooMuch(`it unpacks to more than ${inWords(most)}`);
    if (this.#sinceCheck >= DISK_CHECK_INTERVAL_BYTES) await this.#checkDisk();
  }

  async #checkDisk() {
    this.#sinceCheck = 0;
    const { bavail, bsize } = await statfs(this.#folder);
    if (bavail * bsize < this.#bounds.reserve)
      throw new AppError('storage_full', 'the disk of the server is too full to unpack it. Free some space there');
  }
}

function inWords(bytes: number) {
  return bytes >= 1024 * MEGABYTE ? `${bytes / (1024 * MEGABYTE)} GB` : `${bytes / MEGABYTE} MB`;
}

function tooMuch(why: string) {
  return new AppError('too_large', `${why}. Split it into several`);
}
