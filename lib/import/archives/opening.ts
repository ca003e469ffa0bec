import 'server-only';
import { createWriteStream } from 'node:fs';
import { mkdir, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@/lib/platform/errors';
import { downloadTypeOf, extensionOf, MAX_DOWNLOAD_BYTES } from '@/lib/media/downloads';
import type { Problem } from '../drafts';
import type { ExportFile, FileHead, Importer } from '../importer';
import { imageFileName } from '../reading/image-file-name';
import { addProblem } from '../report/report';
import { ArchiveContents } from './archive-contents';
import { headOf } from './bytes';
import { ArchiveBudget, usualBounds, type ArchiveBounds } from './bounds';
import { tarEntries, unpacked, zipEntries, type ArchiveEntry } from './entries';
import { folderEntries } from './folder-entries';
import { locationOfEntry, printable } from './entry-names';
import { labelExports, type FoundExport } from './export-labels';
import { kindOfFile, SNIFF_BYTES } from './file-kinds';
import { SkippedEntries } from './skipped-entries';
import { makeUnpackingFolder } from './unpacking-folders';

export type OpenedFiles = {
  exports: ExportFile[];
  uploads: string | null;
  leftOut: Problem[];
  close: () => Promise<void>;
};

/** How many bytes of an export are searched for its format. */
export const EXPORT_HEAD_BYTES = 64 * 1024;

type Kind = Pick<Importer, 'files' | 'words' | 'media'>;
/** `archive`: where the file is, said if there are several archives. */
type LeftOut = Problem & { archive?: string | null };

/** Opens export files, plain or in zip, gzip and tar archives. Unpacks below DATA_DIR, within limits. */
export async function openFiles(
  files: readonly string[],
  importer: Kind,
  bounds: ArchiveBounds = usualBounds,
): Promise<OpenedFiles> {
  const opening = new Opening(importer, bounds);
  try {
    for (const file of files) await opening.add(file);
    return await opening.done(files);
  } catch (error) {
    await opening.close();
    throw error;
  }
}

type Located = Pick<FoundExport, 'name' | 'archive'>;

class Opening {
  readonly #importer: Kind;
  readonly #bounds: ArchiveBounds;
  readonly #exports: FoundExport[] = [];
  /** Files whose first bytes do not identify them as exports. */
  readonly #doubtful: FoundExport[] = [];
  readonly #contents: ArchiveContents;
  readonly #leftOut: LeftOut[] = [];
  readonly #archives = new Set<string>();
  #folder: string | null = null;
  #budget: ArchiveBudget | null = null;
  #exportCount = 0;
  #uploadCount = 0;

  constructor(importer: Kind, bounds: ArchiveBounds) {
    this.#importer = importer;
    this.#bounds = bounds;
    this.#contents = new ArchiveContents(importer.media?.folders ?? []);
  }

  async add(file: string) {
    const name = basename(file);
    if ((await stat(file)).isDirectory()) return this.#addFolder(file);
    const kind = kindOfFile(await headOf(file, SNIFF_BYTES));
    const given = { path: file, name, archive: null };
    if (kind === 'text' || (kind === 'binary' && (await this.#isExport(given)))) return void this.#exports.push(given);
    if (kind === 'binary')
      throw new AppError(
        'invalid',
        `${name} is not a ${this.#importer.words.export}, nor a zip, gzip or tar archive. Choose ${this.#importer.words.wanted}.`,
      );
    if (kind === 'other archive')
      throw new AppError('invalid', `${name} is an archive of an unsupported type: make a zip or a .tar.gz of it.`);
    const { size } = await stat(file);
    (await this.#prepared()).begin(size);
    await inWords(name, () => (kind === 'gzip' ? this.#addPacked(file) : this.#addArchive(file, kind)));
  }

  async done(files: readonly string[]): Promise<OpenedFiles> {
    if (this.#exports.length === 0) this.#exports.push(...this.#doubtful);
    else
      for (const { name, archive } of this.#doubtful)
        this.#report({ name, archive }, `It is not a ${this.#importer.words.export}.`);
    const names = files.map((file) => basename(file));
    if (this.#exports.length === 0) throw this.#contents.refusal(names, this.#importer.words);
    const folder = this.#uploadCount > 0 ? this.#below('uploads') : null;
    return {
      exports: labelExports(this.#exports, files.length),
      uploads: folder && (await realpath(folder)),
      leftOut: this.#leftOut.map(({ where, why, archive }) => ({
        where: archive && this.#archives.size > 1 ? `${where} in ${archive}` : where,
        why,
      })),
      close: () => this.close(),
    };
  }

  async close() {
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
  }

  async #prepared() {
    this.#folder ??= await makeUnpackingFolder();
    return (this.#budget ??= new ArchiveBudget(this.#folder, this.#bounds));
  }

  #below(name: string) {
    return join(this.#folder ?? '', name);
  }

  async #addPacked(file: string) {
    const head = await firstBytes(unpacked(file), SNIFF_BYTES);
    const kind = kindOfFile(head);
    if (kind === 'tar') return this.#addArchive(file, 'packed tar');
    const name = basename(file).replace(/\.gz$/i, '');
    const isKnown = kind === 'text' || this.#importer.files.recognise({ name, bytes: head });
    if (!isKnown) throw new AppError('invalid', 'there is no export file in it. Give the export itself');
    await this.#addExports([{ path: await this.#addExport(name, unpacked(file)), name, archive: null }]);
  }

  /** Copied like the entries of an archive, so that it cannot change while it is imported. */
  async #addFolder(folder: string) {
    (await this.#prepared()).begin(Number.POSITIVE_INFINITY);
    await this.#addEntries(folder, folderEntries(folder));
  }

  #addArchive(file: string, kind: 'zip' | 'tar' | 'packed tar') {
    const isPacked = kind === 'packed tar';
    return this.#addEntries(file, kind === 'zip' ? zipEntries(file) : tarEntries(file, { isPacked }));
  }

  async #addEntries(file: string, entries: AsyncGenerator<ArchiveEntry>) {
    const archive = basename(file);
    this.#archives.add(file);
    const found: FoundExport[] = [];
    const others = new SkippedEntries(archive);
    for await (const entry of entries) {
      (await this.#prepared()).countEntry();
      if (entry.kind === 'folder') continue;
      const location = locationOfEntry(entry.name, this.#importer.files);
      if (location.as === 'clutter') continue;
      if (location.as !== 'export') this.#contents.add(entry.name, location.as === 'file' ? location.name : entry.name);
      if (entry.kind === 'link') others.links += 1;
      else if (location.as === 'outside')
        this.#report({ name: entry.name, archive }, 'Its path leads out of the archive or is not valid here.');
      else if (location.as === 'export') {
        const path = await this.#addExport(basename(entry.name), entry.content);
        found.push({ path, name: entry.name, archive });
      } else await this.#addUpload({ name: location.name, archive }, entry, others);
    }
    // The parts of one export have numbered names.
    await this.#addExports(found.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
    for (const line of others.lines()) addProblem(this.#leftOut, line);
  }

  async #addExports(found: readonly FoundExport[]) {
    for (const one of found) {
      if (await this.#isExport(one)) this.#exports.push(one);
      else this.#doubtful.push(one);
    }
  }

  async #isExport({ path, name }: FoundExport) {
    const head: FileHead = { name, bytes: await headOf(path, EXPORT_HEAD_BYTES) };
    return this.#importer.files.recognise(head);
  }

  async #addExport(name: string, content: AsyncIterable<Uint8Array>) {
    this.#exportCount += 1;
    const path = join(this.#below('exports'), String(this.#exportCount), plainName(name));
    await this.#write(path, content);
    return path;
  }

  async #addUpload(file: Located, entry: ArchiveEntry, others: SkippedEntries) {
    const { name } = file;
    if (!imageFileName.test(name) && !downloadTypeOf(name)) return others.count(extensionOf(name));
    if (entry.size > MAX_DOWNLOAD_BYTES) return this.#report(file, 'A file can have at most 1 GB.');
    const isNew = await this.#write(join(this.#below('uploads'), name), entry.content);
    if (isNew) this.#uploadCount += 1;
    else this.#report(file, 'Another file with this name was already included.');
  }

  /** False if the name is taken. */
  async #write(path: string, content: AsyncIterable<Uint8Array>) {
    const budget = await this.#prepared();
    const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        await budget.take(chunk.byteLength);
        yield chunk;
      }
    };
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(content, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  }

  #report({ name, archive }: Located, why: string) {
    const line: LeftOut = { where: `file ${printable(name)}`, why, archive };
    addProblem(this.#leftOut, line);
  }
}

/** Adds the archive's name to any error, once. */
async function inWords(name: string, work: () => Promise<void>) {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError)
      throw new AppError(error.code, `${name} cannot be used: ${error.message}. Nothing was imported.`);
    if (error instanceof Error && 'syscall' in error) throw error;
    const why = 'it is damaged, or not all of it has arrived. Make it again';
    throw new AppError('invalid', `${name} cannot be used: ${why}. Nothing was imported.`);
  }
}

function isTaken(error: unknown) {
  return error instanceof Error && 'code' in error && /^(?:EEXIST|ENOTDIR|EISDIR)$/.test(String(error.code));
}

function plainName(name: string) {
  return (
    name
      .replace(/[^\p{L}\p{N}._ -]/gu, '_')
      .replace(/^\.+/, '')
      .slice(-100) || 'export.xml'
  );
}

async function firstBytes(content: AsyncIterable<Uint8Array>, length: number) {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= length) break;
  }
  return Buffer.concat(chunks).subarray(0, length);
}
