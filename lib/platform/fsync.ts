import 'server-only';
import { open } from 'node:fs/promises';

/** Syncs a file, or the entries of a folder, to disk. */
export async function flush(path: string) {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
