import 'server-only';
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { pendingMigrations } from '@/lib/database/migrations';
import { databaseFile, makeDataFolder } from '@/lib/database/sqlite-file';
import { isPostgres, readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { explainError } from '@/lib/database/error-messages';
import { secrets } from '@/lib/secrets/secrets';
import { findUnsearchable } from '@/lib/search/failures';
import { checkSiteAddress } from './site-address';
import { Prisma } from '@/prisma/generated/sqlite/client';

export type Check = { name: string; isGood: boolean; sentence: string };

/** Below this, a backup or an import may fail half way. */
const MIN_FREE_BYTES = 200 * 1024 * 1024;

/** Checks everything that a running site needs; changes nothing but a missing data folder, and never throws. */
export async function runChecks(): Promise<Check[]> {
  const environment = await check('environment', () => {
    env();
    return 'The environment is valid.';
  });
  if (!environment.isGood) return [environment];
  const local = [
    environment,
    await check('data-folder', checkFolder),
    await check('secrets', checkSecrets),
    await check('disk', checkDisk),
    await check('site-address', checkSiteAddress),
  ];
  if (isMissing()) {
    const sentence = 'There is no database yet; the first start makes it.';
    return [...local, { name: 'database', isGood: true, sentence }];
  }
  const database = await check('database', checkDatabase);
  if (!database.isGood) return [...local, database];
  return [
    ...local,
    database,
    await check('migrations', checkMigrations),
    await check('integrity', checkIntegrity),
    await checkSearch(),
  ];
}

async function check(name: string, look: () => string | Promise<string>): Promise<Check> {
  try {
    return { name, isGood: true, sentence: await look() };
  } catch (error) {
    return { name, isGood: false, sentence: explainError(error, `The check of the ${name} failed`) };
  }
}

function checkFolder() {
  const { dataDir } = env();
  makeDataFolder();
  accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  return `The data folder ${dataDir} can be read and written.`;
}

function checkSecrets() {
  if (!existsSync(join(env().dataDir, 'secrets.json'))) return 'The secrets will be made at the first start.';
  secrets();
  return 'The secrets are in place and readable by this account alone.';
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(env().dataDir);
  const free = bavail * bsize;
  const inWords = `${(free / 1024 ** 3).toFixed(1)} GB`;
  if (free < MIN_FREE_BYTES) throw new Error(`only ${inWords} are free on the disk of ${env().dataDir}`);
  return `${inWords} are free on the disk of the data folder.`;
}

function isMissing() {
  return !isPostgres() && !existsSync(databaseFile());
}

async function checkDatabase() {
  const rows = await readDb.$queryRaw<{ version: string }[]>(versionQuery());
  return `The database is reachable (${isPostgres() ? 'PostgreSQL' : 'SQLite'} ${rows[0]?.version.split(' ')[0] ?? ''}).`;
}

function versionQuery() {
  const text = isPostgres()
    ? `SELECT current_setting('server_version') AS version`
    : 'SELECT sqlite_version() AS version';
  return Prisma.raw(text);
}

async function checkMigrations() {
  const pending = await pendingMigrations();
  if (pending.length === 0) return 'The schema is up to date.';
  return `The schema will be brought up to date at the next start (${pending.length} to apply).`;
}

async function checkIntegrity() {
  if (isPostgres()) return 'PostgreSQL checks its own pages.';
  const rows = await readDb.$queryRaw<{ integrity_check: string }[]>`PRAGMA integrity_check`;
  const found = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  if (found.length > 0) throw new Error(`the database file is damaged (${found[0]}): restore a backup`);
  return 'The database file passed its integrity check.';
}

async function checkSearch(): Promise<Check> {
  const name = 'search';
  // The table of indexing failures may not exist before this version's first start.
  if ((await pendingMigrations()).length > 0) {
    return { name, isGood: true, sentence: 'The search index is checked once the schema is up to date.' };
  }
  const unsearchable = await findUnsearchable();
  if (unsearchable) return { name, isGood: false, sentence: unsearchable.sentence };
  return { name, isGood: true, sentence: 'Nothing is missing from the search index.' };
}
