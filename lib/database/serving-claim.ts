import 'server-only';
import Database from 'better-sqlite3';
import { env, EnvError } from '@/lib/platform/env';
import { databaseFile, makeDataFolder, makePrivateFile } from './sqlite-file';

/** How long to wait for another one that looks at the mark, or leaves its name there, at the same moment (ms). */
const LOCK_TIMEOUT_MS = 500;

let claim: Database.Database | undefined;

/**
 * Makes this process the only one that serves this SQLite database, until it ends in any way: the caches of a second
 * one would become stale. Refuses with a sentence that names the other process. Command-line tools may run beside it.
 * On PostgreSQL, servers find each other through the database.
 */
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

// A lock of the operating system, which is gone with the process; the name beside it can be read meanwhile. Of two that
// leave their names at once the later one is right.
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
    // On a full disk the lock is what counts, and the name of the one before stands there.
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
