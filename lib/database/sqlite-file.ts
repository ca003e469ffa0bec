import 'server-only';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { env } from '../platform/env';

/** Where the rows are, on SQLite. */
export function databaseFile() {
  return env().databaseUrl.replace(/^file:/, '');
}

/** Makes the folder that holds everything, for this account alone; one that is there stays as it is. */
export function makeDataFolder() {
  mkdirSync(env().dataDir, { recursive: true, mode: 0o700 });
}

/**
 * Creates the file if it does not exist, for this account only: it holds addresses and password hashes. SQLite itself
 * would make it readable for all, and gives the files beside it (-wal, -shm) the same permissions.
 */
export function makePrivateFile(path: string) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
}
