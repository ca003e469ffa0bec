import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@/lib/platform/errors';
import { flush } from '@/lib/platform/fsync';
import { downloadPath, downloadTypeOf, MAX_DOWNLOAD_BYTES } from './downloads';
import { withIncomingFolder } from './incoming';
import { shareFile } from './storage';
import type { Stored } from './files/entering';

/** Throws a sentence if a local file may not be stored as a download. */
export async function requireDownload(file: string, name = file) {
  const type = downloadTypeOf(name);
  if (!type) throw new AppError('invalid', 'Files of this type are not supported.');
  const { size } = await stat(file);
  if (size === 0) throw new AppError('invalid', 'This file is empty.');
  if (size > MAX_DOWNLOAD_BYTES) throw new AppError('too_large', 'A file can have at most 1 GB.');
  return { type, size };
}

type Naming = { name?: string; hashFor?: (hash: string) => Promise<string> };

/** Copies a local file unchanged to the uploads, under its name or another, and addressed by its hash or another. */
export async function storeDownload(
  file: string,
  { name = basename(file), hashFor = (hash) => Promise.resolve(hash) }: Naming = {},
): Promise<Stored> {
  const { type, size } = await requireDownload(file, name);
  return withIncomingFolder(async ({ uploads, folder }) => {
    const copy = join(folder, 'copy');
    await copyFile(file, copy);
    const hashing = createHash('sha256');
    await pipeline(createReadStream(copy), hashing);
    const hash = await hashFor(hashing.digest('hex'));
    const path = downloadPath(name, hash);
    const target = join(uploads, path);
    if (!existsSync(target)) {
      await mkdir(dirname(target), { recursive: true });
      await flush(copy);
      await rename(copy, target);
      await flush(dirname(target));
    }
    await shareFile(path, type);
    return { path, hash, mime: type, bytes: size };
  });
}
