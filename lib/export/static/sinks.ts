import 'server-only';
import { createWriteStream, existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@/lib/platform/errors';
import { ZipWriter } from '../zip';
import type { Files } from './static-copy';

/** Writes the files of a copy into a zip, at the pace of its reader. */
export async function intoZip(sink: Writable, write: (files: Files) => Promise<void>): Promise<void> {
  const zip = new ZipWriter();
  const written = write(zip).then(
    () => zip.end(),
    (error: unknown) => {
      zip.stream.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    },
  );
  // What stopped the writing says more than that the zip is not whole.
  const [work, sent] = await Promise.allSettled([written, pipeline(zip.stream, sink)]);
  if (work.status === 'rejected') throw work.reason;
  if (sent.status === 'rejected') throw sent.reason;
}

/** Writes the files of a copy into a new folder, which appears once it is complete. */
export async function intoFolder(folder: string, write: (files: Files) => Promise<void>): Promise<void> {
  const path = resolve(folder);
  const isThere = existsSync(path);
  if (isThere && readdirSync(path).length > 0)
    throw new AppError('invalid', `${path} holds files already: name a folder that is new or empty.`);
  if (!existsSync(dirname(path))) throw new AppError('not_found', `There is no folder ${dirname(path)}.`);
  const draft = `${path}.part`;
  await rm(draft, { recursive: true, force: true });
  try {
    await write({
      add: async (name, content) => {
        const file = join(draft, name);
        await mkdir(dirname(file), { recursive: true });
        if (typeof content === 'string') await writeFile(file, content);
        else await pipeline(content, createWriteStream(file));
      },
    });
    if (isThere) await rmdir(path);
    await rename(draft, path);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
