import 'server-only';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesOf } from './bytes';
import type { ArchiveEntry } from './entries';

/** What programs install or keep; it has no place in a site. */
const passedOver = new Set(['node_modules', '__MACOSX']);

/** Yields the files of a folder as an archive would. Links are named and not followed. */
export async function* folderEntries(folder: string, path = ''): AsyncGenerator<ArchiveEntry> {
  const found = await readdir(join(folder, path), { withFileTypes: true });
  for (const entry of found.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (passedOver.has(entry.name) || entry.name.startsWith('.')) continue;
    const name = path ? `${path}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* folderEntries(folder, name);
    else if (entry.isSymbolicLink()) yield { name, kind: 'link', size: 0, content: bytesOf(nothing()) };
    else if (entry.isFile()) {
      const whole = join(folder, name);
      yield { name, kind: 'file', size: (await stat(whole)).size, content: contentOf(whole) };
    }
  }
}

// Opened only when it is read.
async function* contentOf(file: string): AsyncGenerator<Uint8Array> {
  yield* bytesOf(createReadStream(file));
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
