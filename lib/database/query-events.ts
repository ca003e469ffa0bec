import 'server-only';
import type {
  ConnectionInfo,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { noteDatabaseProblem } from './problems';

/** Includes waiting, in ms. */
export type Statement = { sql: string; args: readonly unknown[]; milliseconds: number };
type Listener = (statement: Statement) => void;

const MAX_TEXT_LENGTH = 2_000;

// One set per process: Next bundles this module several times.
const store = globalThis as { mastheadStatements?: Set<Listener> };
const listeners = (store.mastheadStatements ??= new Set());

/** Reports every statement until the returned function is called. Values must not leave the process. */
export function onStatement(listener: Listener) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** SQLite allows 32,766. Prisma assumes 999: it splits longer lists, or rejects them where that changes the result. */
const MAX_VALUES = 32_000;

/** Reports statements to listeners and logs slow ones. */
export function watched(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => watch(await noting(() => factory.connect())),
  };
}

function watch<T extends SqlDriverAdapter | Transaction>(adapter: T): T {
  return new Proxy(adapter, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property);
      if (property === 'getConnectionInfo') return () => connectionInfo(target);
      if (typeof value !== 'function') return value;
      if (property === 'queryRaw' || property === 'executeRaw') {
        return (query: SqlQuery) => timed(query, () => value.call(target, query) as Promise<unknown>);
      }
      if (property === 'startTransaction') {
        return async (...args: unknown[]) =>
          watch(await noting(() => value.apply(target, args) as Promise<Transaction>));
      }
      return value.bind(target) as unknown;
    },
  });
}

function connectionInfo(adapter: SqlDriverAdapter | Transaction): ConnectionInfo {
  const own = 'getConnectionInfo' in adapter ? adapter.getConnectionInfo?.() : undefined;
  return { supportsRelationJoins: false, ...own, maxBindValues: MAX_VALUES };
}

async function noting<T>(operation: () => Promise<T>) {
  try {
    return await operation();
  } catch (error) {
    noteDatabaseProblem(error);
    throw error;
  }
}

async function timed<T>({ sql, args }: SqlQuery, operation: () => Promise<T>) {
  const began = performance.now();
  try {
    return await noting(operation);
  } finally {
    const milliseconds = performance.now() - began;
    for (const listener of listeners) listener({ sql, args, milliseconds });
    const { slowQueryMs } = env();
    if (slowQueryMs !== null && milliseconds >= slowQueryMs) {
      const text = sql.replace(/\s+/g, ' ').slice(0, MAX_TEXT_LENGTH);
      log.warn({ event: 'slow_query', ms: Math.round(milliseconds), sql: text }, 'slow query');
    }
  }
}
