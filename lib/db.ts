import 'server-only';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient as PostgresClient } from '@/prisma/generated/postgres/client';
import { PrismaClient, type Prisma } from '@/prisma/generated/sqlite/client';
import { SqliteAdapterFactory } from './database/sqlite-adapter';
import { env } from './env';

type Clients = { reader: PrismaClient; writer: PrismaClient };

/** What a function that joins somebody else's transaction is given. */
export type Tx = Prisma.TransactionClient;

// Next builds several bundles of this module; the connections must be one set per process.
const store = globalThis as { mastheadDatabase?: Clients };

/** For reading: on SQLite a connection of its own that never sees uncommitted rows and never waits for a writer. */
export const reader = lazily('reader');

/** For single writes and for reads that must see them; everything here passes one lock on SQLite. */
export const writer = lazily('writer');

/** What must be true together. Nothing but queries inside: on SQLite every other write waits meanwhile. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return writer.$transaction(work, { maxWait: 10_000, timeout: 10_000 });
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

function lazily(name: keyof Clients) {
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
  mkdirSync(dirname(databaseUrl.replace(/^file:/, '')), { recursive: true });
  const open = (mode: 'reader' | 'writer') =>
    new PrismaClient({ adapter: new SqliteAdapterFactory(databaseUrl, mode) });
  return { reader: open('reader'), writer: open('writer') };
}

// The two generated clients come from one schema and differ in their provider alone: the SQLite one lends its type.
function connectPostgres(connectionString: string) {
  const adapter = new PrismaPg({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 1_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  });
  return new PostgresClient({ adapter }) as unknown as PrismaClient;
}
