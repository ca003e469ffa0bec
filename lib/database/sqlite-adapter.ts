import 'server-only';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { Mutex } from 'async-mutex';
import type Database from 'better-sqlite3';

/**
 * How long SQLite itself may wait for another process's lock, in ms. It waits synchronously, so a longer time would
 * freeze every request of this process; what goes beyond is retried asynchronously below.
 */
const BUSY_TIMEOUT = 60;
/** How long a write may wait in all before it is given up, in ms. */
let retryFor = 2_000;
/** The same for a tool that nobody waits for; Prisma gives up the start of a transaction after ten seconds. */
const RETRY_OF_TOOLS = 9_000;

type SqliteAdapter = SqlDriverAdapter & { client: Database.Database };
type Mode = 'reader' | 'writer';

/** From now on this process's writes wait longer for those of others: an import beside a busy site must not give up. */
export function waitLongerForLocks() {
  retryFor = RETRY_OF_TOOLS;
}

/**
 * A Prisma driver adapter for SQLite that keeps acknowledged writes. The stock adapter shares one connection and locks
 * it for transactions only: a statement from another request runs inside whichever transaction is open and is lost when
 * that one rolls back. Here one lock covers transactions and single statements of the writer, a transaction takes the
 * write lock at its start (BEGIN IMMEDIATE), and any failed end rolls back. WAL with synchronous=FULL: NORMAL, the
 * default, may lose acknowledged rows at a power cut (https://sqlite.org/pragma.html#pragma_synchronous).
 */
export class SqliteAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = 'masthead-sqlite';
  readonly #url: string;
  readonly #mode: Mode;

  constructor(url: string, mode: Mode) {
    this.#url = url;
    this.#mode = mode;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const options = { url: this.#url, timeout: BUSY_TIMEOUT, readonly: this.#mode === 'reader' };
    const inner = (await new PrismaBetterSqlite3(options).connect()) as SqliteAdapter;
    if (this.#mode === 'reader') inner.client.pragma('query_only = ON');
    else prepareWriter(inner.client);
    return this.#mode === 'reader' ? inner : new WriterAdapter(inner);
  }
}

function prepareWriter(client: Database.Database) {
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
}

class WriterAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = 'masthead-sqlite';
  readonly #inner: SqliteAdapter;
  readonly #lock = new Mutex();

  constructor(inner: SqliteAdapter) {
    this.#inner = inner;
  }

  queryRaw(query: SqlQuery) {
    return this.#lock.runExclusive(() => retryWhileBusy(() => this.#inner.queryRaw(query)));
  }

  executeRaw(query: SqlQuery) {
    return this.#lock.runExclusive(() => retryWhileBusy(() => this.#inner.executeRaw(query)));
  }

  executeScript(script: string) {
    return this.#lock.runExclusive(() => retryWhileBusy(() => this.#inner.executeScript(script)));
  }

  async startTransaction(_isolation?: IsolationLevel): Promise<Transaction> {
    const release = await this.#lock.acquire();
    try {
      await retryWhileBusy(() => this.#inner.executeScript('BEGIN IMMEDIATE'));
    } catch (error) {
      release();
      throw error;
    }
    return new WriterTransaction(this.#inner, release);
  }

  async dispose() {
    await this.#lock.runExclusive(() => this.#inner.dispose());
  }
}

class WriterTransaction implements Transaction {
  readonly provider = 'sqlite';
  readonly adapterName = 'masthead-sqlite';
  // A phantom query tells the engine that commit() and rollback() below run the SQL themselves.
  readonly options = { usePhantomQuery: true };
  readonly #inner: SqliteAdapter;
  readonly #release: () => void;

  constructor(inner: SqliteAdapter, release: () => void) {
    this.#inner = inner;
    this.#release = release;
  }

  queryRaw(query: SqlQuery) {
    return this.#inner.queryRaw(query);
  }

  executeRaw(query: SqlQuery) {
    return this.#inner.executeRaw(query);
  }

  async commit() {
    try {
      await retryWhileBusy(() => this.#inner.executeScript('COMMIT'));
    } finally {
      this.#end();
    }
  }

  async rollback() {
    this.#end();
  }

  async createSavepoint(name: string) {
    await this.#inner.executeScript(`SAVEPOINT ${name}`);
  }

  async rollbackToSavepoint(name: string) {
    await this.#inner.executeScript(`ROLLBACK TO ${name}`);
  }

  async releaseSavepoint(name: string) {
    await this.#inner.executeScript(`RELEASE SAVEPOINT ${name}`);
  }

  // A transaction that SQLite still holds open here did not commit: the next one must not inherit it.
  #end() {
    try {
      if (this.#inner.client.inTransaction) this.#inner.client.exec('ROLLBACK');
    } finally {
      this.#release();
    }
  }
}

async function retryWhileBusy<T>(act: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + retryFor;
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    try {
      return await act();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
    }
  }
}

function isBusy(error: unknown) {
  return (
    error instanceof Error &&
    'cause' in error &&
    (error.cause as { kind?: string } | undefined)?.kind === 'SocketTimeout'
  );
}
