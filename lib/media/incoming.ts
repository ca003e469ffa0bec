import 'server-only';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { uploadsFolder } from './storage';

type Places = {
  uploads: string;
  /** Beside the uploads, so that a finished file is renamed into place. */ folder: string;
};

/** Gives work on a new file a folder of its own, and removes that whatever happens. */
export async function withIncomingFolder<T>(work: (places: Places) => Promise<T>): Promise<T> {
  const uploads = uploadsFolder();
  await mkdir(uploads, { recursive: true });
  const folder = await mkdtemp(join(uploads, '.incoming-'));
  try {
    return await work({ uploads, folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
