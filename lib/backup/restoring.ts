import 'server-only';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { insertRows, type BulkRow } from '@/lib/database/bulk-insert';
import { migrate, migrationNames } from '@/lib/database/migrations';
import { whileUnused } from '@/lib/database/site-in-use';
import { vacuumDatabase } from '@/lib/database/vacuum';
import { readDb, wholeTransaction, type Tx } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { createFirstLineItems } from '@/lib/slots/first-line-items';
import { readArchive, type ArchiveEntry } from './archive';
import { toPresentRow } from './earlier-versions';
import { backupHead, backupManifest, kindOf, secretsName, type BackupHead, type BackupManifest } from './manifest';
import { rowsOf, secretTables, tables, type Model } from './tables';

export type RestoreReport = { madeAt: string; version: string; rows: Record<string, number>; uploads: number };
type Progress = (done: number, total: number) => void;

/** Limit of an entry: valid ones end with the row that exceeds a megabyte. */
const MAX_ENTRY_BYTES = 64 * 1024 * 1024;

type Checked = {
  head: BackupHead;
  manifest: BackupManifest;
  folder: string;
  uploads: string[];
  secrets: string | null;
};

/** Restores a backup: all or nothing, checked first, on either database. Content is replaced only with `replace`. */
export async function restoreBackup(
  { file, replace }: { file: string; replace: boolean },
  onProgress: Progress = () => {},
): Promise<RestoreReport> {
  if (!existsSync(file)) throw new AppError('not_found', `There is no file ${file}.`);
  await migrate();
  return whileUnused(() => restoreInto({ file, replace }, onProgress));
}

async function restoreInto({ file, replace }: { file: string; replace: boolean }, onProgress: Progress) {
  if (!replace) await refuseIfHolding();
  const checked = await check(file);
  const added: string[] = [];
  try {
    // File names are content hashes: without rows they are unreachable leftovers.
    for (const path of checked.uploads) if (await moveIntoPlace(checked.folder, path)) added.push(path);
    await importRows(file, checked.manifest, onProgress);
  } catch (error) {
    for (const path of added) await rm(uploadAt(path), { force: true });
    throw error;
  } finally {
    await rm(checked.folder, { recursive: true, force: true });
  }
  await removeOthers(checked.uploads);
  if (checked.secrets) await writeSecrets(checked.secrets, replace);
  await vacuumDatabase();
  const { madeAt, version } = checked.head;
  return { madeAt, version, rows: checked.manifest.rows, uploads: checked.manifest.uploads };
}

async function refuseIfHolding() {
  const [posts, users] = [await readDb.post.count(), await readDb.user.count()];
  if (posts + users === 0) return;
  throw new AppError(
    'conflict',
    `This site is not empty: it holds ${posts} posts and pages and ${users} users. Back it up, then add --replace to put the backup in its place.`,
  );
}

/** Reads the whole file, stages images and verifies checksums. */
async function check(file: string): Promise<Checked> {
  const uploadsFolder = join(env().dataDir, 'uploads');
  await mkdir(uploadsFolder, { recursive: true });
  const folder = await mkdtemp(join(uploadsFolder, '.restoring-'));
  try {
    return await readThrough(file, folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (error instanceof AppError || !isFormatError(error)) throw error;
    throw damaged(file, 'it cannot be read completely');
  }
}

async function readThrough(file: string, folder: string): Promise<Checked> {
  const checksums: Record<string, string> = {};
  const found: Partial<Checked> = {};
  const uploads: string[] = [];
  for await (const entry of readArchive(file)) {
    const known = entry.isFile ? kindOf(entry.name) : null;
    if (!known) throw damaged(file, `it holds “${entry.name.slice(0, 100)}”, which no backup does`);
    if (!found.head && known.kind !== 'head') throw damaged(file, 'it does not start like a backup');
    if (known.kind === 'upload') {
      checksums[entry.name] = await stashEntry(entry, join(folder, known.path));
      uploads.push(known.path);
      continue;
    }
    const { text, checksum } = await textOf(entry, file);
    if (known.kind === 'manifest') found.manifest = parsed(backupManifest, text, file);
    else checksums[entry.name] = checksum;
    if (known.kind === 'head') found.head = usableHead(parsed(backupHead, text, file));
    if (known.kind === 'secrets') found.secrets = text;
  }
  const { head, manifest, secrets = null } = found;
  if (!head || !manifest) throw damaged(file, 'its end is missing');
  const names = new Set([...Object.keys(checksums), ...Object.keys(manifest.checksums)]);
  const wrong = [...names].find((name) => checksums[name] !== manifest.checksums[name]);
  if (wrong) throw damaged(file, `“${wrong}” is not what was written`);
  return { head, manifest, folder, uploads, secrets };
}

function usableHead(head: BackupHead) {
  if (migrationNames(env().database).includes(head.schema)) return head;
  throw new AppError(
    'conflict',
    `This backup was made by a newer version of Masthead (${head.version}, schema ${head.schema}): update this one first.`,
  );
}

async function textOf({ name, content }: ArchiveEntry, file: string) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.byteLength;
    if (size > MAX_ENTRY_BYTES) throw damaged(file, `“${name}” is larger than any that a backup holds`);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return { text: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
}

async function stashEntry({ content }: ArchiveEntry, path: string) {
  const hash = createHash('sha256');
  const counting = new Transform({
    transform(chunk: Buffer, _, next) {
      hash.update(chunk);
      next(null, chunk);
    },
  });
  await mkdir(dirname(path), { recursive: true });
  await pipeline(Readable.from(content), counting, createWriteStream(path, { flush: true }));
  return hash.digest('hex');
}

async function importRows(file: string, manifest: BackupManifest, onProgress: Progress) {
  const total = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
  let done = 0;
  await wholeTransaction(async (tx) => {
    await clear(tx);
    for await (const entry of readArchive(file)) {
      const known = kindOf(entry.name);
      if (known?.kind !== 'rows') continue;
      const { text } = await textOf(entry, file);
      done += await insert(tx, modelOf(known.model, file), text);
      onProgress(done, total);
    }
    for (const [model, count] of Object.entries(manifest.rows)) {
      const here = await rowsOf(tx, modelOf(model, file)).count();
      if (here !== count) throw damaged(file, `of ${model} there are ${here} rows instead of ${count}`);
    }
    await createFirstLineItems(tx);
    emit(tx, { type: 'site.replaced', actorId: null });
  });
}

async function clear(tx: Tx) {
  const filled = [...tables, ...secretTables].map(({ model }) => model);
  for (const model of filled.toReversed()) await rowsOf(tx, model).deleteMany();
}

async function insert(tx: Tx, model: Model, text: string) {
  const rows = text
    .split('\n')
    .filter(Boolean)
    .map((line) => withDates(toPresentRow(model, JSON.parse(line) as BulkRow)));
  await insertRows(tx, model, rows);
  return rows.length;
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

// Dates are strings in JSON: they are converted by column name, not by value.
function withDates(row: BulkRow): BulkRow {
  const dates = Object.entries(row).filter(
    ([name, value]) => /(?:At|Until)$/.test(name) && typeof value === 'string' && moment.test(value),
  );
  return { ...row, ...Object.fromEntries(dates.map(([name, value]) => [name, new Date(String(value))])) };
}

function modelOf(name: string, file: string): Model {
  const table = [...tables, ...secretTables].find(({ model }) => model === name);
  if (!table) throw damaged(file, `it holds a table “${name}”, which this version does not know`);
  return table.model;
}

async function moveIntoPlace(folder: string, path: string) {
  const target = uploadAt(path);
  const isNew = !existsSync(target);
  await mkdir(dirname(target), { recursive: true });
  await rename(join(folder, path), target);
  return isNew;
}

async function removeOthers(restored: string[]) {
  const known = new Set(restored);
  const here = await readdir(join(env().dataDir, 'uploads'), { recursive: true });
  for (const name of here) {
    const path = name.replaceAll('\\', '/');
    if (kindOf(`uploads/${path}`)?.kind === 'upload' && !known.has(path)) await rm(uploadAt(path), { force: true });
  }
}

// Keeps this site's session keys, unless it is replaced.
async function writeSecrets(text: string, replace: boolean) {
  const path = join(env().dataDir, secretsName);
  if (existsSync(path) && !replace) return;
  await writeFile(`${path}.part`, text, { mode: 0o600 });
  await chmod(`${path}.part`, 0o600);
  await rename(`${path}.part`, path);
}

function uploadAt(path: string) {
  return join(env().dataDir, 'uploads', path);
}

type Schema<T> = { safeParse: (value: unknown) => { data?: T } };

function parsed<T>(schema: Schema<T>, text: string, file: string): T {
  const { data } = schema.safeParse(jsonOf(text));
  if (!data) throw damaged(file, 'it does not describe itself as a backup does');
  return data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isFormatError(error: unknown) {
  const code = (error as { code?: string }).code ?? '';
  return code.startsWith('Z_') || /invalid tar|unexpected end|premature close|size mismatch/i.test(String(error));
}

function damaged(file: string, why: string) {
  return new AppError('invalid', `${file} is not a complete backup of Masthead: ${why}. Nothing was changed.`);
}
