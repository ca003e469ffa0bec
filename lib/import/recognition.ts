import 'server-only';
import { basename } from 'node:path';
import { AppError } from '@/lib/platform/errors';
import { headOf } from './archives/bytes';
import { tarEntries, unpacked, zipEntries } from './archives/entries';
import { kindOfFile, SNIFF_BYTES } from './archives/file-kinds';
import { EXPORT_HEAD_BYTES } from './archives/opening';
import type { FileHead, Importer } from './importer';

/** Archives are identified by this many entries, or not at all. */
const MAX_ENTRIES = 200;

/** Chooses the importer by file contents; with one importer there is no choice. */
export async function recogniseImporter(
  files: readonly string[],
  importers: readonly [Importer, ...Importer[]],
): Promise<Importer> {
  if (importers.length === 1) return importers[0];
  for (const file of files) {
    try {
      for await (const head of headsIn(file)) {
        const found = importers.find((importer) => importer.files.recognise(head));
        if (found) return found;
      }
    } catch {
      // Any importer reports what is wrong with the file.
      return importers[0];
    }
  }
  const names = files.map((file) => basename(file)).join(', ');
  const labels = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(importers.map(({ label }) => label));
  throw new AppError('invalid', `There is no export of ${labels} in ${names}. Nothing was imported.`);
}

/** The start of a file, or of each entry of an archive. */
async function* headsIn(file: string): AsyncGenerator<FileHead> {
  const name = basename(file);
  const bytes = await headOf(file, EXPORT_HEAD_BYTES);
  const kind = kindOfFile(bytes.subarray(0, SNIFF_BYTES));
  if (kind === 'zip') yield* headsOf(zipEntries(file));
  else if (kind === 'tar') yield* headsOf(tarEntries(file, { isPacked: false }));
  else if (kind === 'gzip') yield* headsInPacked(file);
  else yield { name, bytes };
}

async function* headsInPacked(file: string): AsyncGenerator<FileHead> {
  const bytes = await beginningOf(unpacked(file));
  if (kindOfFile(bytes.subarray(0, SNIFF_BYTES)) === 'tar') yield* headsOf(tarEntries(file, { isPacked: true }));
  else yield { name: basename(file).replace(/\.gz$/i, ''), bytes };
}

async function* headsOf(entries: ReturnType<typeof zipEntries>): AsyncGenerator<FileHead> {
  let count = 0;
  for await (const { kind, name, content } of entries) {
    if (kind === 'file') yield { name, bytes: await beginningOf(content) };
    count += 1;
    if (count >= MAX_ENTRIES) return;
  }
}

async function beginningOf(content: AsyncIterable<Uint8Array>) {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of content) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length >= EXPORT_HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, EXPORT_HEAD_BYTES);
}
