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
import { headOf } from './bytes';
import { ArchiveBudget, usualBounds, type ArchiveBounds } from './bounds';
import { tarEntries, unpacked, zipEntries, type ArchiveEntry } from './entries';
import { locationOfEntry } from './entry-names';
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

type Kind = Pick<Importer, 'files' | 'words'>;

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

class Opening {
  readonly #importer: Kind;
  readonly #bounds: ArchiveBounds;
  readonly #exports: ExportFile[] = [];
  /** Files whose first bytes do not identify them as exports. */
  readonly #doubtful: ExportFile[] = [];
  readonly #leftOut: Problem[] = [];
  #folder: string | null = null;
  #budget: ArchiveBudget | null = null;
  #exportCount = 0;
  #uploadCount = 0;

  constructor(importer: Kind, bounds: ArchiveBounds) {
    this.#importer = importer;
    this.#bounds = bounds;
  }

  async add(file: string) {
    const name = basename(file);
    const kind = kindOfFile(await headOf(file, SNIFF_BYTES));
    if (kind === 'text' || (kind === 'binary' && (await this.#isExport({ path: file, name }))))
      return void this.#exports.push({ path: file, name });
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
      for (const { name } of this.#doubtful)
        addProblem(this.#leftOut, { where: `file ${name}`, why: `It is not a ${this.#importer.words.export}.` });
    if (this.#exports.length === 0) throw nothingInside(files, this.#uploadCount, this.#importer.words);
    const folder = this.#uploadCount > 0 ? this.#below('uploads') : null;
    return {
      exports: this.#exports,
      uploads: folder && (await realpath(folder)),
      leftOut: this.#leftOut,
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
    if (kind !== 'text') throw new AppError('invalid', 'there is no export file in it. Give the export itself');
    const name = basename(file).replace(/\.gz$/i, '');
    await this.#addExports([{ path: await this.#addExport(name, unpacked(file)), name }]);
  }

  async #addArchive(file: string, kind: 'zip' | 'tar' | 'packed tar') {
    const archive = basename(file);
    const found: ExportFile[] = [];
    const others = new SkippedEntries(archive);
    const isPacked = kind === 'packed tar';
    for await (const entry of kind === 'zip' ? zipEntries(file) : tarEntries(file, { isPacked })) {
      (await this.#prepared()).countEntry();
      if (entry.kind === 'folder') continue;
      const location = locationOfEntry(entry.name, this.#importer.files);
      if (location.as === 'clutter') continue;
      if (entry.kind === 'link') others.links += 1;
      else if (location.as === 'outside')
        this.#report(entry.name, 'Its path leads out of the archive or is not valid here.');
      else if (location.as === 'export') {
        const path = await this.#addExport(basename(entry.name), entry.content);
        found.push({ path, name: entry.name });
      } else await this.#addUpload(location.name, entry, others);
    }
    // The parts of one export have numbered names.
    await this.#addExports(found.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
    for (const line of others.lines()) addProblem(this.#leftOut, line);
  }

  async #addExports(found: readonly ExportFile[]) {
    for (const one of found) {
      if (await this.#isExport(one)) this.#exports.push(one);
      else this.#doubtful.push(one);
    }
  }

  async #isExport({ path, name }: ExportFile) {
    const head: FileHead = { name, bytes: await headOf(path, EXPORT_HEAD_BYTES) };
    return this.#importer.files.recognise(head);
  }

  async #addExport(name: string, content: AsyncIterable<Uint8Array>) {
    this.#exportCount += 1;
    const path = join(this.#below('exports'), String(this.#exportCount), plainName(name));
    await this.#write(path, content);
    return path;
  }

  async #addUpload(name: string, entry: ArchiveEntry, others: SkippedEntries) {
    if (!imageFileName.test(name) && !downloadTypeOf(name)) return others.count(extensionOf(name));
    if (entry.size > MAX_DOWNLOAD_BYTES) return this.#report(name, 'A file can have at most 1 GB.');
    const isNew = await this.#write(join(this.#below('uploads'), name), entry.content);
    if (isNew) this.#uploadCount += 1;
    else this.#report(name, 'Another file with this name was already included.');
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

  #report(name: string, why: string) {
    addProblem(this.#leftOut, { where: `file ${printable(name)}`, why });
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

function nothingInside(files: readonly string[], uploads: number, words: Kind['words']) {
  const names = files.map((file) => basename(file)).join(', ');
  const beside = uploads > 0 ? `, but ${uploads} ${uploads === 1 ? 'file' : 'files'} of a media library` : '';
  return new AppError(
    'invalid',
    `There is no ${words.export} in ${names}${beside}: add ${words.wanted}. Nothing was imported.`,
  );
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

function printable(name: string) {
  return name.replace(/\p{Cc}/gu, ' ').slice(0, 200);
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
