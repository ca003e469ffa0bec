import 'server-only';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { uploadsFolder } from './storage';

/** Longer than any upload, fetch or decoding takes, also in other processes (ms). */
const ABANDONED_AFTER_MS = 15 * 60 * 1000;
const leftovers = /^\.(incoming|coming|restoring)-/;

/** Removes leftovers of uploads whose process was killed. */
export async function removeAbandonedFiles(now = Date.now()) {
  const folder = uploadsFolder();
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => leftovers.test(each))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && now - found.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}
