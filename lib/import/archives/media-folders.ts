import 'server-only';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { AppError } from '@/lib/platform/errors';

/** The first existing subfolder, or the folder itself. Throws if there is none. */
export function mediaFolderIn(folder: string, below: readonly string[]) {
  const found = [...below.map((name) => join(folder, name)), folder].find(
    (path) => existsSync(path) && statSync(path).isDirectory(),
  );
  if (!found) throw new AppError('not_found', `There is no folder ${folder}.`);
  return realpathSync(resolve(found));
}

export function isFile(path: string) {
  return existsSync(path) && statSync(path).isFile();
}

/** Folders with the old site's files, searched in order. */
export class MediaFolders {
  readonly #folders: readonly string[];

  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  get isEmpty() {
    return this.#folders.length === 0;
  }

  /** The real path of a file; null if it does not exist or leads out of the folders. */
  find(name: string) {
    for (const folder of this.#folders) {
      const path = join(folder, name);
      if (!existsSync(path) || !statSync(path).isFile()) continue;
      if (realpathSync(path).startsWith(folder + sep)) return path;
    }
    return null;
  }
}
