import 'server-only';
import { createWriteStream } from 'node:fs';
import { mkdir, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@/lib/errors';
import { downloadTypeOf, extensionOf, LARGEST_DOWNLOAD } from '@/lib/media/downloads';
import type { Problem } from '../drafts';
import { pictureName } from '../importers/wordpress/upload-files';
import { addProblem } from '../report/report';
import { headOf } from './bytes';
import { UnpackingBudget, usualBounds, type ArchiveBounds } from './bounds';
import { tarEntries, unpacked, zipEntries, type ArchiveEntry } from './entries';
import { placeOfEntry } from './entry-names';
import { kindOfFile, TELLING_BYTES } from './file-kinds';
import { SkippedEntries } from './skipped-entries';
import { makeUnpackingFolder } from './unpacking-folders';

export type OpenedFiles = {
  /** Export files, in the order in which they are read. */
  exports: string[];
  /** Where the files of wp-content/uploads lie that were in the archives, if there were any. */
  uploads: string | null;
  /** What was in the archives and was not taken. */
  leftOut: Problem[];
  /** Removes what was unpacked. */
  close: () => Promise<void>;
};

/** Where an export names its format, if it does. */
const EXPORT_HEAD = 64 * 1024;
const ofAnExport = /wordpress\.org\/export\/|<wp:wxr_version/;

/**
 * Opens what somebody gives to an import: export files as they are, or in zip, gzip and tar archives, which may hold the
 * files of the media library too. Unpacks into a folder of its own under DATA_DIR, within bounds.
 */
export async function openFiles(files: readonly string[], bounds: ArchiveBounds = usualBounds): Promise<OpenedFiles> {
  const opening = new Opening(bounds);
  try {
    for (const file of files) await opening.add(file);
    return await opening.done(files);
  } catch (error) {
    await opening.close();
    throw error;
  }
}

type Unpacked = { path: string; name: string };

class Opening {
  readonly #bounds: ArchiveBounds;
  readonly #exports: string[] = [];
  /** XML files that do not say in their first lines that they are exports. */
  readonly #doubtful: Unpacked[] = [];
  readonly #leftOut: Problem[] = [];
  #folder: string | null = null;
  #budget: UnpackingBudget | null = null;
  #exportCount = 0;
  #uploadCount = 0;

  constructor(bounds: ArchiveBounds) {
    this.#bounds = bounds;
  }

  async add(file: string) {
    const name = basename(file);
    const kind = kindOfFile(await headOf(file, TELLING_BYTES));
    if (kind === 'text') return void this.#exports.push(file);
    if (kind === 'binary')
      throw new AppError('invalid', `${name} is no WordPress export, and no zip, gzip or tar archive either.`);
    if (kind === 'other archive')
      throw new AppError(
        'invalid',
        `${name} is an archive of a kind that is not read here: make a zip or a .tar.gz of it.`,
      );
    const { size } = await stat(file);
    (await this.#prepared()).begin(size);
    await inWords(name, () => (kind === 'gzip' ? this.#addPacked(file) : this.#addArchive(file, kind)));
  }

  async done(files: readonly string[]): Promise<OpenedFiles> {
    if (this.#exports.length === 0) this.#exports.push(...this.#doubtful.map(({ path }) => path));
    else
      for (const { name } of this.#doubtful)
        addProblem(this.#leftOut, { where: `file ${name}`, why: 'It is no WordPress export.' });
    if (this.#exports.length === 0) throw nothingInside(files, this.#uploadCount);
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
    return (this.#budget ??= new UnpackingBudget(this.#folder, this.#bounds));
  }

  #below(name: string) {
    return join(this.#folder ?? '', name);
  }

  async #addPacked(file: string) {
    const head = await firstBytes(unpacked(file), TELLING_BYTES);
    const kind = kindOfFile(head);
    if (kind === 'tar') return this.#addArchive(file, 'packed tar');
    if (kind !== 'text') throw new AppError('invalid', 'there is no export file in it. Give the export itself');
    const name = basename(file).replace(/\.gz$/i, '');
    await this.#addExports([{ path: await this.#keepExport(name, unpacked(file)), name }]);
  }

  async #addArchive(file: string, kind: 'zip' | 'tar' | 'packed tar') {
    const archive = basename(file);
    const found: Unpacked[] = [];
    const others = new SkippedEntries(archive);
    const isPacked = kind === 'packed tar';
    for await (const entry of kind === 'zip' ? zipEntries(file) : tarEntries(file, { isPacked })) {
      (await this.#prepared()).countEntry();
      if (entry.kind === 'folder') continue;
      const place = placeOfEntry(entry.name);
      if (place.as === 'clutter') continue;
      if (entry.kind === 'link') others.links += 1;
      else if (place.as === 'outside') this.#tell(entry.name, 'Its name leads out of the archive, or cannot be kept.');
      else if (place.as === 'export') {
        const path = await this.#keepExport(basename(entry.name), entry.content);
        found.push({ path, name: entry.name });
      } else await this.#addUpload(place.name, entry, others);
    }
    // Parts of one export are numbered in their names.
    await this.#addExports(found.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
    for (const line of others.lines()) addProblem(this.#leftOut, line);
  }

  async #addExports(found: readonly Unpacked[]) {
    for (const one of found) {
      const head = Buffer.from(await headOf(one.path, EXPORT_HEAD)).toString('latin1');
      if (ofAnExport.test(head.replaceAll('\0', ''))) this.#exports.push(one.path);
      else this.#doubtful.push(one);
    }
  }

  async #keepExport(name: string, content: AsyncIterable<Uint8Array>) {
    this.#exportCount += 1;
    const path = join(this.#below('exports'), String(this.#exportCount), plainName(name));
    await this.#write(path, content);
    return path;
  }

  async #addUpload(name: string, entry: ArchiveEntry, others: SkippedEntries) {
    if (!pictureName.test(name) && !downloadTypeOf(name)) return others.count(extensionOf(name));
    if (entry.size > LARGEST_DOWNLOAD) return this.#tell(name, 'A file can have at most 1 GB.');
    const isNew = await this.#write(join(this.#below('uploads'), name), entry.content);
    if (isNew) this.#uploadCount += 1;
    else this.#tell(name, 'Another file of this name was taken already.');
  }

  /** False if something has that name already. */
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

  #tell(name: string, why: string) {
    addProblem(this.#leftOut, { where: `file ${printable(name)}`, why });
  }
}

/** Whatever goes wrong with an archive is said with its name, once. */
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

function nothingInside(files: readonly string[], uploads: number) {
  const names = files.map((file) => basename(file)).join(', ');
  const beside = uploads > 0 ? `, but ${uploads} ${uploads === 1 ? 'file' : 'files'} of a media library` : '';
  return new AppError(
    'invalid',
    `There is no WordPress export in ${names}${beside}: add the XML file that Tools → Export in WordPress has written. Nothing was imported.`,
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
