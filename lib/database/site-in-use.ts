import 'server-only';
import Database from 'better-sqlite3';
import { isPostgres, readDb } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { databaseFile, makePrivateFile } from './sqlite-file';

let sharedMark: Database.Database | undefined;

/** Marks the site as served until this process ends; shared. PostgreSQL uses the leases of the instances. */
export function declareInUse() {
  if (isPostgres()) return;
  sharedMark ??= openMark();
  sharedMark.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
}

/** Runs work that needs exclusive use; throws while the site is served, and on SQLite prevents a start. */
export async function whileUnused<T>(work: () => Promise<T>): Promise<T> {
  if (isPostgres()) {
    if (await hasInstances()) throw inUse();
    return work();
  }
  const mark = openMark();
  try {
    claim(mark);
    return await work();
  } finally {
    mark.close();
  }
}

// A separate file: a lock on the database itself would block its readers and writers.
function openMark() {
  const path = `${databaseFile()}.in-use`;
  makePrivateFile(path);
  return new Database(path, { timeout: 0 });
}

function claim(mark: Database.Database) {
  try {
    mark.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    throw error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY' ? inUse() : error;
  }
}

async function hasInstances() {
  const rows = await readDb.$queryRaw<unknown[]>`
    SELECT 1 FROM "Instance" WHERE "leaseUntil" > clock_timestamp() AT TIME ZONE 'UTC' LIMIT 1`;
  return rows.length > 0;
}

function inUse() {
  return new AppError('conflict', 'The site is running: stop it first, and start it again afterwards.');
}
