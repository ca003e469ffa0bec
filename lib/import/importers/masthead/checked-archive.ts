import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import type { Problem } from '../../drafts';
import type { ExportFile } from '../../importer';
import { archiveHead, archiveManifest, headName, manifestName, mediaFolder, SCHEMA_VERSION } from './format';

const MAX_NAMED = 5;

/** The files of an archive that is whole. */
export class CheckedArchive {
  readonly #files: ReadonlyMap<string, ExportFile>;
  readonly names: readonly string[];
  /** Files that the manifest does not name. */
  readonly strays: Problem[];

  constructor(files: ReadonlyMap<string, ExportFile>, names: readonly string[]) {
    const known = new Set([...names, manifestName]);
    this.#files = files;
    this.names = names;
    this.strays = [...files.keys()]
      .filter((name) => !known.has(name))
      .map((name) => ({ where: `file ${name.slice(0, 200)}`, why: 'The archive’s manifest does not name it.' }));
  }

  file(name: string) {
    return this.#files.get(name);
  }

  async text(name: string) {
    const file = this.#files.get(name);
    return file ? readFile(file.path, 'utf8') : '';
  }

  /** A JSON file in its form. */
  async json<T extends z.ZodType>(name: string, form: T): Promise<z.output<T>> {
    return parsed(name, await this.text(name), form);
  }
}

/** Compares every file with the manifest. Throws a sentence that names what is missing or damaged. */
export async function checkArchive(exports: readonly ExportFile[], uploads: string | null): Promise<CheckedArchive> {
  const files = filesByName(exports);
  const { schema } = parsed(headName, await textOf(files, headName), archiveHead);
  if (schema > SCHEMA_VERSION)
    throw new AppError(
      'invalid',
      `This site archive was written by a newer version of Masthead (form ${schema}; this version reads ${SCHEMA_VERSION}). Update this site first. Nothing was imported.`,
    );
  if (!files.has(manifestName))
    throw new AppError(
      'invalid',
      `This site archive is not complete: ${manifestName} at its end is missing. Export again. Nothing was imported.`,
    );
  const { files: sums } = parsed(manifestName, await textOf(files, manifestName), archiveManifest);
  const faults: string[] = [];
  for (const [name, sum] of Object.entries(sums)) {
    const path = pathOf(name, { files, uploads });
    if (path === null) faults.push(`${name} is missing`);
    else if ((await sumOf(path)) !== sum) faults.push(`${name} is damaged or was changed`);
  }
  if (faults.length > 0) throw faulty(faults);
  return new CheckedArchive(files, Object.keys(sums));
}

type Places = { files: ReadonlyMap<string, ExportFile>; uploads: string | null };

function pathOf(name: string, { files, uploads }: Places) {
  if (!name.startsWith(mediaFolder)) return files.get(name)?.path ?? null;
  if (uploads === null || name.split('/').includes('..')) return null;
  const path = join(uploads, name.slice(mediaFolder.length));
  return existsSync(path) ? path : null;
}

async function sumOf(path: string) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Names without the folder that some programs put around all. */
function filesByName(exports: readonly ExportFile[]) {
  const heads = exports.filter(({ name }) => name === headName || name.endsWith(`/${headName}`));
  const [head] = heads;
  if (!head) throw new AppError('invalid', `${headName} is missing: this is no site archive. Nothing was imported.`);
  if (heads.length > 1)
    throw new AppError('invalid', 'There are several site archives: import one after the other. Nothing was imported.');
  const folder = head.name.slice(0, -headName.length);
  return new Map(
    exports.map((file) => [file.name.startsWith(folder) ? file.name.slice(folder.length) : file.name, file]),
  );
}

async function textOf(files: ReadonlyMap<string, ExportFile>, name: string) {
  const file = files.get(name);
  return file ? readFile(file.path, 'utf8') : '';
}

function parsed<T extends z.ZodType>(name: string, text: string, form: T): z.output<T> {
  const read = form.safeParse(valueOf(text));
  if (read.success) return read.data;
  const at = read.error.issues[0]?.path.join('.');
  throw new AppError(
    'invalid',
    `${name} in the site archive does not have the expected form${at ? ` at ${at.slice(0, 100)}` : ''}. Nothing was imported.`,
  );
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faulty(faults: readonly string[]) {
  const named = faults.slice(0, MAX_NAMED).join('; ');
  const more = faults.length > MAX_NAMED ? `; and ${faults.length - MAX_NAMED} more files` : '';
  return new AppError(
    'invalid',
    `The site archive cannot be used: ${named}${more}. Export again. Nothing was imported.`,
  );
}
