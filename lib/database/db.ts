import 'server-only';
import { existsSync } from 'node:fs';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient as PostgresClient } from '@/prisma/generated/postgres/client';
import { Prisma, PrismaClient } from '@/prisma/generated/sqlite/client';
import { warnOnLongLists } from './long-lists';
import { noteDatabaseProblem } from './problems';
import { SqliteAdapterFactory } from './sqlite-adapter';
import { databaseFile } from './sqlite-file';
import { makeStatementNames } from './statement-names';
import { watched } from './query-events';
import { env, EnvError } from '../platform/env';

type Clients = { reader: PrismaClient; writer: PrismaClient; factory?: SqliteAdapterFactory };

export type Tx = Prisma.TransactionClient;

const DAY_MS = 24 * 60 * 60 * 1000;
/** The SQLite client lends its type, which has one level only; on PostgreSQL this one is a snapshot. */
const REPEATABLE_READ = 'RepeatableRead' as 'Serializable';

// One set per process: Next bundles this module several times.
const store = globalThis as { mastheadDatabase?: Clients };

/** For reading: on SQLite a separate connection that never sees uncommitted rows or waits for a writer. */
export const readDb = lazyClient('reader');

/** For single writes and reads that must see them; serialised by one lock on SQLite. */
export const db = lazyClient('writer');

type Step = () => Promise<void> | void;
type Steps = { before: Step[]; after: Step[] };

const stepsOf = new WeakMap<Tx, Steps>();

/** Queries only: on SQLite every other write waits meanwhile. Resolves after the commit and its afterCommit steps. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return withSteps(work, { maxWait: 10_000, timeout: 10_000 });
}

export function beforeCommit(tx: Tx, step: Step) {
  requireSteps(tx).before.push(step);
}

/** Runs a step after the commit (on SQLite, once synced to disk), in order; never after a rollback. */
export function afterCommit(tx: Tx, step: Step) {
  requireSteps(tx).after.push(step);
}

async function withSteps<T>(work: (tx: Tx) => Promise<T>, options: { maxWait: number; timeout: number }): Promise<T> {
  const steps: Steps = { before: [], after: [] };
  const result = await db.$transaction(async (tx) => {
    stepsOf.set(tx, steps);
    const value = await work(tx);
    for (const step of steps.before) await step();
    return value;
  }, options);
  for (const step of steps.after) await step();
  return result;
}

function requireSteps(tx: Tx) {
  const steps = stepsOf.get(tx);
  if (!steps) throw new Error('This is not a transaction: what follows its commit cannot be arranged.');
  return steps;
}

/** Reads everything as of one moment, however long it takes. */
export function snapshot<T>(look: (tx: Tx) => Promise<T>): Promise<T> {
  const moment = isPostgres() ? { isolationLevel: REPEATABLE_READ } : {};
  return readDb.$transaction(look, { maxWait: 10_000, timeout: DAY_MS, ...moment });
}

/** Replaces a whole site in one transaction; foreign keys are checked at its end. Requires exclusive use. */
export function wholeTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return withSteps(
    async (tx) => {
      const reference = await deferReferences(tx);
      const result = await work(tx);
      await reference.check();
      return result;
    },
    { maxWait: 10_000, timeout: DAY_MS },
  );
}

async function deferReferences(tx: Tx) {
  if (!isPostgres()) {
    await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`;
    return { check: async () => {} };
  }
  const constraints = await tx.$queryRaw<{ sql: string }[]>`
    SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I ', conrelid::regclass, conname) AS sql
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`;
  const alter = async (how: string) => {
    for (const { sql } of constraints) await tx.$executeRaw(Prisma.raw(sql + how));
  };
  await alter('DEFERRABLE INITIALLY DEFERRED');
  return {
    check: async () => {
      await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
      await alter('NOT DEFERRABLE');
    },
  };
}

export function isPostgres() {
  return env().database === 'postgresql';
}

export async function disconnect() {
  const clients = store.mastheadDatabase;
  delete store.mastheadDatabase;
  await Promise.all(
    clients ? [...new Set([clients.reader, clients.writer])].map((client) => client.$disconnect()) : [],
  );
}

/** SQLite only: a statement for each row in the transaction that is open, without what Prisma takes for each value. */
export function runForRows(sql: string, rows: Iterable<readonly unknown[]>) {
  const factory = store.mastheadDatabase?.factory;
  if (!factory) throw new Error('Rows are inserted in a transaction of SQLite.');
  try {
    factory.runForRows(sql, rows);
  } catch (error) {
    noteDatabaseProblem(error);
    throw error;
  }
}

function lazyClient(name: 'reader' | 'writer') {
  return new Proxy({} as PrismaClient, {
    get(_, property) {
      store.mastheadDatabase ??= connect();
      const client = store.mastheadDatabase[name];
      const value: unknown = Reflect.get(client, property);
      return typeof value === 'function' ? value.bind(client) : value;
    },
  });
}

function connect(): Clients {
  const { database, databaseUrl } = env();
  if (database === 'postgresql') {
    const client = connectPostgres(databaseUrl);
    return { reader: client, writer: client };
  }
  if (!existsSync(databaseFile())) {
    throw new EnvError(
      `There is no database at ${databaseUrl} yet: start the site once to make it, or check DATA_DIR and DATABASE_URL.`,
    );
  }
  const factory = new SqliteAdapterFactory(databaseUrl, 'writer');
  const open = (one: SqliteAdapterFactory) => extended(new PrismaClient({ adapter: watched(one) }));
  return { reader: open(new SqliteAdapterFactory(databaseUrl, 'reader')), writer: open(factory), factory };
}

function connectPostgres(connectionString: string) {
  const config = {
    connectionString,
    max: 10,
    // Includes waiting for a free connection; migrations use shorter timeouts.
    connectionTimeoutMillis: 10_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  };
  const adapter = watched(new PrismaPg(config, { statementNameGenerator: makeStatementNames() }));
  return extended(new PostgresClient({ adapter }) as unknown as PrismaClient);
}

function extended(client: PrismaClient) {
  return client.$extends(warnOnLongLists) as unknown as PrismaClient;
}
