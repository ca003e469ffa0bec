import 'server-only';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '@/lib/platform/errors';
import { headOf } from './archives/bytes';
import { tarEntries, unpacked, zipEntries } from './archives/entries';
import { folderEntries } from './archives/folder-entries';
import { printable } from './archives/entry-names';
import { kindOfFile, SNIFF_BYTES, type FileKind } from './archives/file-kinds';
import { EXPORT_HEAD_BYTES } from './archives/opening';
import type { FileHead, Importer } from './importer';
import { imageFileName } from './reading/image-file-name';
import { whatItIs } from './reading/what-it-is';

const archives: ReadonlySet<FileKind> = new Set(['zip', 'gzip', 'tar', 'other archive']);
/** Archives are identified by this many entries, or not at all. */
const MAX_ENTRIES = 200;

/** Chooses the importer by file contents; with one importer there is no choice. Files of two systems are refused. */
export async function recogniseImporter(
  files: readonly string[],
  importers: readonly [Importer, ...Importer[]],
): Promise<Importer> {
  if (importers.length === 1) return importers[0];
  const found = new Map<Importer, string>();
  const others: string[] = [];
  for (const file of files) {
    const { importer, what, isDamaged } = await recogniseFile(file, importers);
    // Any importer reports what is wrong with the file.
    if (isDamaged) return importers[0];
    if (importer) found.set(importer, found.get(importer) ?? basename(file));
    else others.push(`${basename(file)}${what && `: ${what}`}`);
  }
  const [first, second] = found;
  if (first && second) throw severalSystems(first, second);
  if (first) return first[0];
  throw noExport(others, importers);
}

/** `what`: what a lone file is instead. */
type Recognised = { importer?: Importer; what: string; isDamaged?: true };

async function recogniseFile(file: string, importers: readonly Importer[]): Promise<Recognised> {
  try {
    const entries: Entry[] = [];
    for await (const head of headsIn(file)) {
      const importer = importers.find(({ files }) => files.recognise(head));
      if (importer) return { importer, what: '' };
      entries.push({ name: head.name, beginning: Buffer.from(head.bytes.subarray(0, SNIFF_BYTES)) });
    }
    return { what: whatItHolds(file, entries) };
  } catch {
    return { what: '', isDamaged: true };
  }
}

type Entry = { name: string; beginning: Uint8Array };

/** The end of a sentence; "" where there is nothing to say. */
function whatItHolds(file: string, entries: readonly Entry[]) {
  const [first] = entries;
  if (!first) return 'it holds no files';
  if (first.name === basename(file).replace(/\.gz$/i, '')) return whatItIs(first.beginning);
  const inner = entries.find(({ beginning }) => archives.has(kindOfFile(beginning)));
  if (inner) return `it holds another archive, ${printable(inner.name)}: unpack it first`;
  return entries.every(({ name }) => imageFileName.test(name)) ? 'it holds images alone' : '';
}

type Named = [Importer, string];

function severalSystems([one, file]: Named, [other, otherFile]: Named) {
  return new AppError(
    'invalid',
    `${file} is an export of ${one.label}, and ${otherFile} of ${other.label}. Import them one after the other, posts before comments. Nothing was imported.`,
  );
}

function noExport(others: readonly string[], importers: readonly Importer[]) {
  const labels = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(importers.map(({ label }) => label));
  const [first = ''] = others;
  const files = others.length === 1 ? first : others.map((other) => other.replace(/: .*$/, '')).join(', ');
  return new AppError('invalid', `There is no export of ${labels} in ${files}. Nothing was imported.`);
}

/** The start of a file, or of each entry of an archive. */
async function* headsIn(file: string): AsyncGenerator<FileHead> {
  const name = basename(file);
  if ((await stat(file)).isDirectory()) return yield* headsOf(folderEntries(file));
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
  let hasImages = false;
  for await (const { kind, name, content } of entries) {
    // No export is one by such a name, and a folder of texts may begin with thousands of images: the first stands for all.
    if (kind === 'file' && imageFileName.test(name)) {
      if (!hasImages) yield { name, bytes: new Uint8Array() };
      hasImages = true;
      continue;
    }
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
