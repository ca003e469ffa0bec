import 'server-only';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { env } from '../platform/env';

export function databaseFile() {
  return env().databaseUrl.replace(/^file:/, '');
}

export function makeDataFolder() {
  mkdirSync(env().dataDir, { recursive: true, mode: 0o700 });
}

/** Creates the file for its owner only, because it holds password hashes; -wal and -shm inherit the mode. */
export function makePrivateFile(path: string) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
}
