import 'server-only';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { AppError } from '@/lib/errors';

/** The folder itself, or the uploads in it if somebody gave the whole of WordPress. Throws if there is none. */
export function uploadsIn(folder: string) {
  const found = [join(folder, 'wp-content/uploads'), join(folder, 'uploads'), folder].find(
    (path) => existsSync(path) && statSync(path).isDirectory(),
  );
  if (!found) throw new AppError('not_found', `There is no folder ${folder}.`);
  return realpathSync(resolve(found));
}

/** Where a name below the folder really lies; null if nothing is there, or it leads out of the folder. */
export function fileIn(folder: string, name: string) {
  const path = join(folder, name);
  if (!existsSync(path) || !statSync(path).isFile()) return null;
  return realpathSync(path).startsWith(folder + sep) ? path : null;
}
