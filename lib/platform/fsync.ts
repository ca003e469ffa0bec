import 'server-only';
import { open } from 'node:fs/promises';

/** Waits until a file, or the names in a folder, are on the disk: a power cut takes them no more. */
export async function flush(path: string) {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
