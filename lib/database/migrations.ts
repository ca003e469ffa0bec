import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { env } from '../platform/env';
import { openMigrationConnection, type MigrationConnection } from './migration-connection';
import { OrphanedRows } from './orphaned-rows';
import { causesOf } from './problems';
import { openSchemaEngine } from './schema-engine';
import { databaseFile, makePrivateFile } from './sqlite-file';
import { writeStatistics } from './sqlite-statistics';

export class MigrationError extends Error {}

const folder = join(process.cwd(), 'prisma/migrations');

/** Applies pending migrations in one transaction behind one lock, and returns their names. */
export async function migrate(): Promise<string[]> {
  const { database, databaseUrl } = env();
  if (database === 'sqlite') makePrivateFile(databaseFile());
  const known = migrationNames(database);
  const connection = await openMigrationConnection(database, databaseUrl);
  try {
    if (isSame(await appliedNames(connection), known)) return [];
    return await connection.locked(() => applyMissing(connection, known));
  } finally {
    await connection.close();
  }
}

/** Changes nothing; throws if the database is from a newer version. */
export async function pendingMigrations(): Promise<string[]> {
  const { database, databaseUrl } = env();
  const connection = await openMigrationConnection(database, databaseUrl);
  try {
    const known = migrationNames(database);
    const applied = await appliedNames(connection);
    refuseNewer(applied, known);
    return known.filter((name) => !applied.includes(name));
  } finally {
    await connection.close();
  }
}

export function migrationNames(database: 'sqlite' | 'postgresql') {
  return readdirSync(join(folder, database), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export function migrationList(database: 'sqlite' | 'postgresql'): MigrationList {
  const baseDir = join(folder, database);
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: `provider = "${database}"\n` },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(database).map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: sqlOf(database, path) },
      },
    })),
  };
}

async function applyMissing(connection: MigrationConnection, known: string[]) {
  const applied = await appliedNames(connection);
  refuseNewer(applied, known);
  if (isSame(applied, known)) return [];
  const engine = await openSchemaEngine(connection.adapter);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(env().database),
      filters: { externalTables: [], externalEnums: [] },
    });
    await connection.requireReferences();
    if (env().database === 'sqlite') await writeStatistics(connection);
    return appliedMigrationNames;
  } catch (error) {
    throw explain(error, connection.lastComplaint());
  } finally {
    engine.free();
  }
}

// SQLite's and PostgreSQL's codes for a statement that is wrong, or that the rows do not allow.
const statementFault = /\b(SQLITE_(ERROR|CONSTRAINT\w*|MISMATCH)|0A000|2[23]\w{3}|42(?!501)\w{3}|P0001)\b/;

/** A fault of a migration names its file; all else (a full disk, no database) is explained as everywhere. */
function explain(error: unknown, complaint: ReturnType<MigrationConnection['lastComplaint']>) {
  const { database } = env();
  const reason = complaint?.error ?? error;
  const message = error instanceof Error ? error.message : String(error);
  if (reason instanceof OrphanedRows && reason.areOlder)
    return new MigrationError(
      `The database cannot be upgraded, because it had damaged references before: ${message}. It is as it was: restore a backup, or remove these rows (PRAGMA foreign_key_check lists them).`,
    );
  const faulty = migrationNames(database).find((name) => sqlOf(database, name) === complaint?.script);
  if (!faulty || !statementFault.test(causesOf(reason).codes)) return new Error(message, { cause: reason });
  const file = join('prisma/migrations', database, faulty, 'migration.sql');
  return new MigrationError(
    `The migration ${file} failed: ${originalMessage(reason) ?? message}. The database is as it was before: correct that file, or start the version that ran before.`,
    { cause: reason },
  );
}

function originalMessage(error: unknown) {
  for (let at = error; at && typeof at === 'object'; at = 'cause' in at ? at.cause : null) {
    if ('originalMessage' in at) return String(at.originalMessage).replace(/\s+/g, ' ');
  }
  return null;
}

function sqlOf(database: 'sqlite' | 'postgresql', name: string) {
  return readFileSync(join(folder, database, name, 'migration.sql'), 'utf8');
}

function refuseNewer(applied: string[], known: string[]) {
  const newer = applied.filter((name) => !known.includes(name));
  if (newer.length > 0) {
    throw new MigrationError(
      `The database was made by a newer version of Masthead (it holds the migration ${newer[0]}): start that version, or restore a backup from before the upgrade.`,
    );
  }
}

async function appliedNames(connection: MigrationConnection) {
  if (!(await connection.hasTable('_prisma_migrations'))) return [];
  const rows = await connection.query(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
  );
  return rows.map((row) => String(row[0]));
}

function isSame(a: string[], b: string[]) {
  return a.length === b.length && a.every((name, i) => name === b[i]);
}
