import 'server-only';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../drafts';
import type { Scratch } from '../reading/scratch';

const MAX_NAMED = 100;

type Asked = { scratch: Scratch; asked: Iterable<string>; wholeOf: (name: string) => string };

/** Files that the export does not refer to, except resized copies of used ones. */
export async function unusedFiles(folder: string, { scratch, asked, wholeOf }: Asked) {
  const wholes = scratch.map<true>();
  for (const name of asked) wholes.set(wholeOf(name), true);
  const lines: Problem[] = [];
  let more = 0;
  for await (const name of filesBelow(folder)) {
    if (wholes.has(wholeOf(name))) continue;
    if (lines.length < MAX_NAMED)
      lines.push({ where: `file ${name.slice(0, 200)}`, why: 'Nothing in the export names it.' });
    else more += 1;
  }
  if (more > 0) lines.push({ where: 'files', why: `Nothing in the export names ${more} more of them.` });
  return lines;
}

async function* filesBelow(folder: string, path = ''): AsyncGenerator<string> {
  const entries = await readdir(join(folder, path), { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = path ? `${path}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* filesBelow(folder, name);
    else yield name;
  }
}
