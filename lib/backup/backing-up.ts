import 'server-only';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { migrationNames, pendingMigrations } from '@/lib/database/migrations';
import { snapshot, type Tx } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import packageFacts from '@/package.json' with { type: 'json' };
import { writeArchive, type AddEntry } from './archive';
import { headName, kindOf, manifestName, secretsName, type BackupHead } from './manifest';
import { readTable, rowsOf, secretTables, tables, type Row } from './tables';

export type BackupReport = { file: string; bytes: number; rows: Record<string, number>; uploads: number };
type Progress = (done: number, total: number) => void;

/** Text per entry, in characters: fits in memory, and keeps entries few. */
const ENTRY_SIZE = 1024 * 1024;

/** Writes a consistent .tar.gz of the running site. Sessions, account tokens and keys only with `withSecrets`. */
export async function backUp(
  { file, withSecrets }: { file: string; withSecrets: boolean },
  onProgress: Progress = () => {},
): Promise<BackupReport> {
  const path = resolve(file);
  requireWritablePath(path);
  if ((await pendingMigrations()).length > 0) {
    throw new AppError('conflict', 'The database is of an older version: run “masthead migrate” first.');
  }
  const rows: Record<string, number> = {};
  let uploads = 0;
  await writeArchive(path, async (add, checksums) => {
    await addText(add, headName, JSON.stringify(headOf(withSecrets), null, 2));
    await snapshot(async (tx) => {
      const chosen = withSecrets ? [...tables, ...secretTables] : tables;
      let total = 0;
      for (const { model } of chosen) total += await rowsOf(tx, model).count();
      let done = 0;
      for (const table of chosen) {
        rows[table.model] = await addRows(add, tx, table, (count) => onProgress((done += count), total));
      }
    });
    for (const name of await listUploads()) {
      await addUpload(add, name);
      uploads += 1;
    }
    if (withSecrets) await addText(add, secretsName, readFileSync(join(env().dataDir, secretsName), 'utf8'));
    await addText(add, manifestName, JSON.stringify({ rows, uploads, checksums: { ...checksums } }));
  }).catch((error: unknown) => {
    throw aboutTarget(error, path) ?? error;
  });
  return { file: path, bytes: statSync(path).size, rows, uploads };
}

// Nothing is written to the data folder here: a write error concerns the target file.
function aboutTarget(error: unknown, path: string) {
  const { code = '', path: refused = '' } = error as NodeJS.ErrnoException;
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code)) {
    return new AppError('storage_full', `The disk that holds ${path} is full: free some space, or name another place.`);
  }
  if (!refused.startsWith(path) && refused !== dirname(path)) return null;
  return new AppError(
    'invalid',
    `${path} cannot be written (${code}): give this account the right to, or name another place.`,
  );
}

function headOf(withSecrets: boolean): BackupHead {
  const { database } = env();
  return {
    format: 1,
    version: packageFacts.version,
    schema: migrationNames(database).at(-1) ?? '',
    madeAt: new Date().toISOString(),
    database,
    withSecrets,
  };
}

async function addRows(
  add: AddEntry,
  tx: Tx,
  table: (typeof tables)[number],
  onRows: (count: number) => void,
): Promise<number> {
  let lines: string[] = [];
  let size = 0;
  let count = 0;
  let part = 0;
  const flush = async () => {
    part += 1;
    await addText(add, `data/${table.model}/${String(part).padStart(6, '0')}.ndjson`, lines.join(''));
    lines = [];
    size = 0;
  };
  for await (const some of readTable(tx, table)) {
    for (const row of some) {
      const line = lineOf(row);
      lines.push(line);
      size += line.length;
      if (size >= ENTRY_SIZE) await flush();
    }
    count += some.length;
    onRows(some.length);
  }
  if (lines.length > 0) await flush();
  return count;
}

function lineOf(row: Row) {
  return `${JSON.stringify(row)}\n`;
}

function addText(add: AddEntry, name: string, text: string) {
  const bytes = Buffer.from(text, 'utf8');
  return add(name, bytes.byteLength, [bytes]);
}

async function addUpload(add: AddEntry, name: string) {
  const path = join(env().dataDir, name);
  const { size } = await stat(path);
  await add(name, size, createReadStream(path));
}

/** Uploads with valid names; leftovers of broken uploads are excluded. */
async function listUploads() {
  const found = await readdir(join(env().dataDir, 'uploads'), { recursive: true }).catch(() => []);
  return found
    .map((name) => `uploads/${name.replaceAll('\\', '/')}`)
    .filter((name) => kindOf(name)?.kind === 'upload')
    .sort();
}

function requireWritablePath(path: string) {
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new AppError('invalid', `${path} is a folder: give the name of the file to write.`);
  }
  if (!existsSync(dirname(path))) throw new AppError('not_found', `There is no folder ${dirname(path)}.`);
}
