import 'server-only';
import { existsSync } from 'node:fs';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient as PostgresClient } from '@/prisma/generated/postgres/client';
import { Prisma, PrismaClient } from '@/prisma/generated/sqlite/client';
import { warnOnLongLists } from './long-lists';
import { SqliteAdapterFactory } from './sqlite-adapter';
import { databaseFile } from './sqlite-file';
import { makeStatementNames } from './statement-names';
import { watched } from './query-events';
import { env, EnvError } from '../platform/env';

type Clients = { reader: PrismaClient; writer: PrismaClient };

/** The parameter of a function that joins an existing transaction. */
export type Tx = Prisma.TransactionClient;

/** In ms: longer than any backup takes. */
const DAY_MS = 24 * 60 * 60 * 1000;
/** The SQLite client lends its type, which knows one level only; on PostgreSQL this one is a snapshot. */
const REPEATABLE_READ = 'RepeatableRead' as 'Serializable';

// Next builds several bundles of this module; the connections must be one set per process.
const store = globalThis as { mastheadDatabase?: Clients };

/** For reading: on SQLite a separate connection that never sees uncommitted rows and never waits for a writer. */
export const readDb = lazyClient('reader');

/** For single writes and for reads that must see them; everything here passes one lock on SQLite. */
export const db = lazyClient('writer');

type Step = () => Promise<void> | void;
type Steps = { before: Step[]; after: Step[] };

const stepsOf = new WeakMap<Tx, Steps>();

/**
 * What must be true together. Nothing but queries inside: on SQLite every other write waits meanwhile. Returns once it is
 * committed and whatever was to follow the commit is done.
 */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return withSteps(work, { maxWait: 10_000, timeout: 10_000 });
}

/** Takes a step at the end of a transaction that goes well, still inside it. */
export function beforeCommit(tx: Tx, step: Step) {
  requireSteps(tx).before.push(step);
}

/** Takes a step once the transaction is committed, on SQLite on the disk, in the order of asking; never if it is rolled back. */
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

/** A look at everything as of one moment, however long it takes; what others write meanwhile is not seen. */
export function snapshot<T>(look: (tx: Tx) => Promise<T>): Promise<T> {
  const moment = isPostgres() ? { isolationLevel: REPEATABLE_READ } : {};
  return readDb.$transaction(look, { maxWait: 10_000, timeout: DAY_MS, ...moment });
}

/**
 * Puts a whole site in the place of another: one transaction, however long, in which rows may come before what they
 * point at. Everything is checked at its end. Only for a tool that has the database to itself.
 */
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

/** Raw SQL differs here and there; this is the one question to ask. */
export function isPostgres() {
  return env().database === 'postgresql';
}

export async function disconnect() {
  const clients = store.mastheadDatabase;
  delete store.mastheadDatabase;
  await Promise.all(clients ? [...new Set(Object.values(clients))].map((client) => client.$disconnect()) : []);
}

function lazyClient(name: keyof Clients) {
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
  const open = (mode: 'reader' | 'writer') =>
    extended(new PrismaClient({ adapter: watched(new SqliteAdapterFactory(databaseUrl, mode)) }));
  return { reader: open('reader'), writer: open('writer') };
}

// The two generated clients come from one schema and differ in their provider alone: the SQLite one lends its type.
function connectPostgres(connectionString: string) {
  const config = {
    connectionString,
    max: 10,
    // Waiting for a free connection counts too: a busy moment must not look like an unreachable database. Whether there
    // is one to reach is found out at the start, by the migrations, with shorter timeouts.
    connectionTimeoutMillis: 10_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  };
  const adapter = watched(new PrismaPg(config, { statementNameGenerator: makeStatementNames() }));
  return extended(new PostgresClient({ adapter }) as unknown as PrismaClient);
}

// What is added changes no answer, so the type stays what it was.
function extended(client: PrismaClient) {
  return client.$extends(warnOnLongLists) as unknown as PrismaClient;
}
