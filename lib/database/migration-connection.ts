import 'server-only';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { Pool } from 'pg';
import { findOrphans, OrphanedRows } from './orphaned-rows';

/** Shared by Prisma's engine and our own statements, so that both use one transaction. */
export type MigrationConnection = {
  adapter: SqlMigrationAwareDriverAdapterFactory;
  hasTable(name: string): Promise<boolean>;
  query(sql: string): Promise<unknown[][]>;
  run(script: string): Promise<void>;
  /** The first cause and its script: the engine reports only how its own cleanup failed. */
  lastComplaint(): Complaint | null;
  /** Throws if a migration left rows that name others that do not exist. PostgreSQL refuses such a migration itself. */
  requireReferences(): Promise<void>;
  locked<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

type Complaint = { error: unknown; script: unknown };

const LOCK_TIMEOUT_MS = 120_000;
/** Arbitrary, but the same in every version. */
const ADVISORY_LOCK = 7_206_217;

export function openMigrationConnection(database: 'sqlite' | 'postgresql', url: string) {
  return database === 'sqlite' ? openSqlite(url) : openPostgres(url);
}

async function openSqlite(url: string): Promise<MigrationConnection> {
  const factory = new PrismaBetterSqlite3({ url, timeout: 50 });
  const connection = await factory.connect();
  const script = async (sql: string) => connection.executeScript(sql);
  let broken: { script: string; orphans: string } | null = null;
  // Later files may repair what an earlier one has broken.
  const migration = async (sql: string) => {
    await script(sql);
    const orphans = await findOrphans(connection);
    broken = orphans ? { orphans, script: broken?.script ?? sql } : null;
  };
  const shared = sharing(connection, factory, migration);
  return {
    ...shared,
    hasTable: async (name) =>
      (await rows(connection, `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '${name}'`)).length > 0,
    query: (sql) => rows(connection, sql),
    run: script,
    async locked(work) {
      // Tables are rebuilt by copying, so foreign keys are checked after each file.
      await retry(() => script('PRAGMA journal_mode = WAL'));
      await script('PRAGMA foreign_keys = OFF');
      await script('PRAGMA synchronous = FULL');
      await retry(() => script('BEGIN IMMEDIATE'));
      return inTransaction(script, work);
    },
    async requireReferences() {
      if (!broken) return;
      const committed = await factory.connect();
      const isOlder = (await findOrphans(committed).finally(() => committed.dispose())) !== '';
      throw shared.complain(new OrphanedRows(broken.orphans, isOlder), broken.script);
    },
    close: () => connection.dispose(),
  };
}

async function openPostgres(connectionString: string): Promise<MigrationConnection> {
  // A single connection, never recycled: BEGIN, the engine's statements and COMMIT share it.
  const pool = new Pool({ connectionString, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => {});
  const factory = new PrismaPg(pool, { disposeExternalPool: false });
  const connection = await factory.connect();
  const script = async (sql: string) => void (await pool.query(sql));
  return {
    ...sharing(connection, factory, script),
    hasTable: async (name) => (await rows(connection, `SELECT to_regclass('${name}')::text`))[0]?.[0] != null,
    query: (sql) => rows(connection, sql),
    run: script,
    requireReferences: async () => {},
    async locked(work) {
      await script('BEGIN');
      return inTransaction(script, async () => {
        await script(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
        await script(`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`);
        return work();
      });
    },
    async close() {
      await connection.dispose();
      await pool.end();
    },
  };
}

async function inTransaction<T>(script: (sql: string) => Promise<void>, work: () => Promise<T>) {
  try {
    const result = await work();
    await script('COMMIT');
    return result;
  } catch (error) {
    await script('ROLLBACK').catch(() => {});
    throw error;
  }
}

// Disposing does nothing. Scripts are sent whole: the adapter splits them at every semicolon.
function sharing(
  connection: SqlDriverAdapter,
  factory: SqlMigrationAwareDriverAdapterFactory,
  script: (sql: string) => Promise<void>,
) {
  let complaint: Complaint | null = null;
  const complain = (error: unknown, cause: unknown) => {
    if (!/no transaction is active/.test(String(error))) complaint = { error, script: cause };
    return error;
  };
  const lent = new Proxy(connection, {
    get(target, property) {
      if (property === 'dispose') return async () => {};
      const value: unknown = property === 'executeScript' ? script : Reflect.get(target, property);
      if (typeof value !== 'function') return value;
      if (property === 'getConnectionInfo') return value.bind(target);
      return async (...args: unknown[]) => {
        try {
          return (await value.apply(target, args)) as unknown;
        } catch (error) {
          throw complain(error, args[0]);
        }
      };
    },
  });
  const adapter: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => lent,
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
  return { adapter, complain, lastComplaint: () => complaint };
}

async function rows(connection: SqlDriverAdapter, sql: string) {
  return (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
}

async function retry(operation: () => Promise<void>) {
  for (const giveUpAt = performance.now() + LOCK_TIMEOUT_MS; ;) {
    try {
      return await operation();
    } catch (error) {
      const cause = error instanceof Error ? (error.cause as { kind?: string } | undefined) : undefined;
      if (cause?.kind !== 'SocketTimeout' || performance.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
