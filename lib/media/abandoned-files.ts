import 'server-only';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { uploadsFolder } from './storage';

/** No upload takes as long as this, nor does fetching a picture or setting one aside (ms). Other processes may be at it. */
const ABANDONED_AFTER_MS = 15 * 60 * 1000;
const leftovers = /^\.(incoming|coming|restoring)-/;

/** Removes what uploads left in the folder when their process was killed in the middle. */
export async function removeAbandonedFiles(now = Date.now()) {
  const folder = uploadsFolder();
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => leftovers.test(each))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && now - found.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}
