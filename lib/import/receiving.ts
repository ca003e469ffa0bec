import 'server-only';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import { troubleIn } from '@/lib/database/trouble';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';

/** The largest export that is taken, in bytes. */
export const LARGEST_EXPORT = 200 * 1024 * 1024;
/** Exports hold people's addresses: what nobody imported is removed after this time, in ms. */
const KEEP_FOR = 7 * 24 * 60 * 60 * 1000;

export type ReceivedExport = { id: string; fileName: string; fields: Record<string, string> };

/** Streams the one file of a posted form into a folder of its own under DATA_DIR/imports, named by a new batch's id. */
export async function receiveExport(request: {
  headers: Headers;
  body: ReadableStream<Uint8Array> | null;
}): Promise<ReceivedExport> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data') || !request.body) throw noFile();
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_EXPORT + 64 * 1024) throw tooLarge();
  await removeOld();
  const id = newId();
  await mkdir(importFolder(id), { recursive: true, mode: 0o700 });
  try {
    const { fileName, fields } = await read(type, Readable.fromWeb(request.body), id);
    if (!fileName) throw noFile();
    return { id, fileName, fields };
  } catch (error) {
    await removeExport(id);
    throw error;
  }
}

export function importFolder(id: string) {
  return join(env().dataDir, 'imports', id);
}

/** Where the file of a batch lies, under a name of our own choosing. */
export function exportPath(id: string) {
  return join(importFolder(id), 'export.xml');
}

export function removeExport(id: string) {
  return rm(importFolder(id), { recursive: true, force: true });
}

async function read(type: string, source: Readable, id: string) {
  const form = parser(type);
  const fields: Record<string, string> = {};
  let fileName = '';
  let writing: Promise<void> = Promise.resolve();
  // The form would wait for ever for a file that takes no more.
  const noRoom = Promise.withResolvers<never>();
  noRoom.promise.catch(() => {});
  form.on('field', (name, value) => void (fields[name] = value));
  form.on('file', (_field, file, { filename }) => {
    if (!filename) return void file.resume();
    fileName = filename.slice(0, 200);
    file.on('limit', () => source.destroy(tooLarge()));
    writing = pipeline(file, createWriteStream(exportPath(id), { mode: 0o600 }));
    writing.catch(noRoom.reject);
  });
  try {
    await Promise.race([pipeline(source, form), noRoom.promise]);
    await writing;
  } catch (error) {
    source.destroy();
    throw error instanceof AppError || troubleIn(error) ? error : noFile();
  }
  return { fileName, fields };
}

function parser(type: string) {
  try {
    const limits = { files: 1, fields: 4, fieldSize: 4_000, parts: 6, fileSize: LARGEST_EXPORT };
    return busboy({ headers: { 'content-type': type }, limits, defParamCharset: 'utf8' });
  } catch {
    throw noFile();
  }
}

async function removeOld() {
  const folder = join(env().dataDir, 'imports');
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found && Date.now() - found.mtimeMs > KEEP_FOR) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function noFile() {
  return new AppError('invalid', 'No file arrived. Choose the XML file that Tools → Export in WordPress has written.');
}

function tooLarge() {
  return new AppError(
    'too_large',
    'The file is larger than 200 MB. Import it with the operator’s tool: masthead import wordpress FILE.',
  );
}
