import 'server-only';
import Database from 'better-sqlite3';
import { env, EnvError } from '@/lib/platform/env';
import { databaseFile, makeDataFolder, makePrivateFile } from './sqlite-file';

const LOCK_TIMEOUT_MS = 500;

let claim: Database.Database | undefined;

/** Makes this the only process that serves this SQLite database; throws a sentence that names the other one. */
export function claimServing() {
  if (env().database === 'postgresql' || claim) return;
  makeDataFolder();
  const path = `${databaseFile()}.served`;
  makePrivateFile(path);
  const mark = new Database(path, { timeout: LOCK_TIMEOUT_MS });
  try {
    mark.pragma('journal_mode = MEMORY');
    lock(mark);
    claim = mark;
  } catch (error) {
    throw isBusy(error) ? servedBy(mark) : error;
  }
}

// A lock of the operating system, released with the process; the name beside it stays readable.
function lock(mark: Database.Database) {
  for (;;) {
    const isNamed = releaseClaim(mark);
    mark.exec('BEGIN IMMEDIATE');
    if (!isNamed || nameOn(mark) === process.pid) return;
    mark.exec('ROLLBACK');
  }
}

function releaseClaim(mark: Database.Database) {
  try {
    mark.pragma(`user_version = ${process.pid}`);
    return true;
  } catch (error) {
    if (!(error instanceof Database.SqliteError && error.code === 'SQLITE_FULL')) throw error;
    return false;
  }
}

function servedBy(mark: Database.Database) {
  return new EnvError(
    `This data folder is already being served by process ${nameOn(mark)}: stop that one first, or start with DATA_DIR set to another folder.`,
  );
}

function isBusy(error: unknown) {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY';
}

function nameOn(mark: Database.Database) {
  return Number(mark.pragma('user_version', { simple: true }));
}
