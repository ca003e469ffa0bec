import 'server-only';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import { databaseProblemIn } from '@/lib/database/problems';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { importsFolder, removeAbandonedUnpacking } from '../archives/unpacking-folders';
import { importers } from '../importers/registry';
import { plainFileName } from './plain-file-name';
import { MAX_UPLOAD_BYTES, MAX_FILES } from './upload-bounds';

/** Exports hold personal data: uploads that were never imported are removed after this time (ms). */
const RETENTION_MS = 7 * 24 * 60 * 60 * 1000;
/** Room for multipart boundaries and text fields. */
const FORM_OVERHEAD_BYTES = 256 * 1024;

const fileFields = { file: 'exports', media: 'media', addresses: 'addresses' } as const;

export type ReceivedExport = { id: string; fileName: string; fields: Record<string, string> };

/** The received files, and what was chosen in the form. */
export type ReceivedFiles = ImportChoices & { files: string[]; addresses: string[] };

/** `authors`, `options`: as the command has them; options by name. */
export type ImportChoices = {
  oldUrl: string;
  fetchFiles: boolean;
  authors: string[];
  options: Record<string, string>;
};

/** Streams a form's files into DATA_DIR/imports, in a folder named by the new batch's id. */
export async function receiveExport(request: {
  headers: Headers;
  body: ReadableStream<Uint8Array> | null;
}): Promise<ReceivedExport> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data') || !request.body) throw noFile();
  if (Number(request.headers.get('content-length') ?? 0) > MAX_UPLOAD_BYTES + FORM_OVERHEAD_BYTES) throw tooLarge();
  await removeOldImports();
  const id = newId();
  await mkdir(importFolder(id), { recursive: true, mode: 0o700 });
  try {
    const { names, fields } = await new Receiver(id, Readable.fromWeb(request.body)).receive(type);
    if (names.length === 0) throw noFile();
    const oldUrl = fields.oldUrl?.trim() ?? '';
    await saveChoices(id, { oldUrl, fetchFiles: fields.fetchFiles === 'yes', authors: [], options: {} });
    return { id, fileName: names.join(', ').slice(0, 300), fields };
  } catch (error) {
    await removeExport(id);
    throw error;
  }
}

/** The batch's remaining files; null if none. */
export async function findReceived(id: string): Promise<ReceivedFiles | null> {
  const importOptions = await readFile(importOptionsPath(id), 'utf8').catch(() => null);
  if (importOptions === null) return null;
  const {
    oldUrl = '',
    fetchFiles = false,
    authors = [],
    options = {},
  } = JSON.parse(importOptions) as Partial<ImportChoices>;
  const [exports, media, addresses] = await Promise.all(
    Object.values(fileFields).map((kind) => filesIn(join(importFolder(id), kind))),
  );
  return {
    files: [...(exports ?? []), ...(media ?? [])],
    addresses: addresses ?? [],
    oldUrl,
    fetchFiles,
    authors,
    options,
  };
}

/** Keeps what was chosen for an import whose files are here. */
export function saveChoices(id: string, choices: ImportChoices) {
  return writeFile(importOptionsPath(id), JSON.stringify(choices), { mode: 0o600 });
}

export function removeExport(id: string) {
  return rm(importFolder(id), { recursive: true, force: true });
}

/** Removes uploads never imported, and leftovers of killed imports. */
export async function removeOldImports() {
  const folder = importsFolder();
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(join(folder, name)).catch(() => null);
    const isOld = found && Date.now() - found.mtimeMs > RETENTION_MS;
    if (isOld) await rm(join(folder, name), { recursive: true, force: true });
  }
  await removeAbandonedUnpacking();
}

function importFolder(id: string) {
  return join(importsFolder(), id);
}

function importOptionsPath(id: string) {
  return join(importFolder(id), 'wishes.json');
}

async function filesIn(folder: string) {
  const numbers = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    numbers
      .toSorted((a, b) => Number(a) - Number(b))
      .map(async (number) => (await readdir(join(folder, number))).map((name) => join(folder, number, name))),
  );
  return files.flat();
}

/** Parses one form. Files keep a sanitised name, each in a separate folder. */
class Receiver {
  readonly #id: string;
  readonly #source: Readable;
  readonly #fields: Record<string, string> = {};
  readonly #names: string[] = [];
  readonly #writing: Promise<void>[] = [];
  // Otherwise the form would wait forever for a file that can no longer be written.
  readonly #noRoom = Promise.withResolvers<never>();
  #bytes = 0;
  #files = 0;

  constructor(id: string, source: Readable) {
    this.#id = id;
    this.#source = source;
    this.#noRoom.promise.catch(() => {});
  }

  async receive(type: string) {
    const form = parser(type);
    form.on('field', (name, value) => void (this.#fields[name] = value));
    form.on('filesLimit', () => this.#source.destroy(tooMany()));
    form.on('file', (field, file, { filename }) => this.#take(field, file, filename));
    try {
      await Promise.race([pipeline(this.#source, form), this.#noRoom.promise]);
      await Promise.all(this.#writing);
    } catch (error) {
      this.#source.destroy();
      throw error instanceof AppError || databaseProblemIn(error) ? error : broken();
    }
    return { names: this.#names, fields: this.#fields };
  }

  #take(field: string, file: Readable, fileName: string | undefined) {
    // An aborted form emits an error on its file, which would crash the process without a listener.
    file.on('error', () => {});
    const kind = Object.hasOwn(fileFields, field) ? fileFields[field as keyof typeof fileFields] : null;
    if (!kind || !fileName) return void file.resume();
    if (kind !== 'addresses') this.#names.push(fileName.slice(0, 200));
    const writing = this.#write(kind, file, fileName);
    writing.catch(this.#noRoom.reject);
    this.#writing.push(writing);
  }

  async #write(kind: string, file: Readable, fileName: string) {
    this.#files += 1;
    const folder = join(importFolder(this.#id), kind, String(this.#files));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await pipeline(file, this.#counted(), createWriteStream(join(folder, plainFileName(fileName)), { mode: 0o600 }));
  }

  #counted() {
    const count = (bytes: number) => {
      this.#bytes += bytes;
      if (this.#bytes > MAX_UPLOAD_BYTES) throw tooLarge();
    };
    return async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        count(chunk.byteLength);
        yield chunk;
      }
    };
  }
}

function parser(type: string) {
  try {
    const limits = { files: MAX_FILES, fields: 8, fieldSize: 4_000, parts: MAX_FILES + 10 };
    return busboy({ headers: { 'content-type': type }, limits, defParamCharset: 'utf8' });
  } catch {
    throw noFile();
  }
}

function noFile() {
  return new AppError(
    'invalid',
    `No file was received. Choose ${importers.map(({ words }) => words.wanted).join(' or ')}.`,
  );
}

function broken() {
  return new AppError('invalid', 'Not all of the files were received, and nothing was saved. Please send them again.');
}

function tooMany() {
  return new AppError('too_large', `At most ${MAX_FILES} files are accepted at once. Put them into one zip.`);
}

function tooLarge() {
  return new AppError(
    'too_large',
    `The files are larger than 4 GB in total, and nothing was saved. Send the media library in several imports, or use the command line: masthead import ${importers.map(({ id }) => id).join('|')} FILE.`,
  );
}
