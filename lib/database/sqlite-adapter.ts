import 'server-only';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils';
import type Database from 'better-sqlite3';
import { WriterMutex, type WriterTurn } from './sqlite-commits';
import { rememberStatements } from './sqlite-statements';

/** SQLite waits synchronously, which blocks every request; longer waits are retried in sqlite-commits.ts. */
const BUSY_TIMEOUT_MS = 60;

type SqliteAdapter = SqlDriverAdapter & {
  client: Database.Database;
  /** Throws an error of the driver as one that Prisma knows. */
  onError: (error: unknown) => never;
};
type Mode = 'reader' | 'writer';

const writes = /^\s*(INSERT|UPDATE|DELETE)\b/i;

/**
 * The stock adapter lets statements join another request's transaction; here one lock covers both. synchronous=FULL:
 * NORMAL may lose acknowledged rows (https://sqlite.org/pragma.html#pragma_synchronous).
 */
export class SqliteAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = 'masthead-sqlite';
  readonly #url: string;
  readonly #mode: Mode;
  #inner: SqliteAdapter | null = null;

  constructor(url: string, mode: Mode) {
    this.#url = url;
    this.#mode = mode;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const options = { url: this.#url, timeout: BUSY_TIMEOUT_MS, readonly: this.#mode === 'reader' };
    const inner = (await new PrismaBetterSqlite3(options).connect()) as SqliteAdapter;
    if (this.#mode === 'reader') inner.client.pragma('query_only = ON');
    else prepareWriter(inner.client);
    rememberStatements(inner.client);
    this.#inner = inner;
    return this.#mode === 'reader' ? inner : new WriterAdapter(inner);
  }

  /** Runs a statement once for each row, in the transaction that is open, until one fails. */
  runForRows(sql: string, rows: Iterable<readonly unknown[]>) {
    const inner = this.#inner;
    if (!inner?.client.inTransaction) throw new Error('Rows are inserted in a transaction.');
    try {
      const statement = inner.client.prepare(sql);
      for (const row of rows) statement.bind(row).run();
    } catch (error) {
      inner.onError(error);
    }
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
  readonly #turns: WriterMutex;

  constructor(inner: SqliteAdapter) {
    this.#inner = inner;
    this.#turns = new WriterMutex(inner);
  }

  queryRaw(query: SqlQuery) {
    const operation = () => this.#inner.queryRaw(query);
    return writes.test(query.sql) ? this.#turns.write(operation) : this.#turns.alone(operation);
  }

  executeRaw(query: SqlQuery) {
    const operation = () => this.#inner.executeRaw(query);
    return writes.test(query.sql) ? this.#turns.write(operation) : this.#turns.alone(operation);
  }

  executeScript(script: string) {
    return this.#turns.alone(() => this.#inner.executeScript(script));
  }

  async startTransaction(_isolation?: IsolationLevel): Promise<Transaction> {
    return new WriterTransaction(this.#inner, await this.#turns.begin());
  }

  async dispose() {
    await this.#turns.alone(() => this.#inner.dispose());
  }
}

class WriterTransaction implements Transaction {
  readonly provider = 'sqlite';
  readonly adapterName = 'masthead-sqlite';
  // A phantom query tells the engine that commit() and rollback() below run the SQL themselves.
  readonly options = { usePhantomQuery: true };
  readonly #inner: SqliteAdapter;
  readonly #turn: WriterTurn;

  constructor(inner: SqliteAdapter, turn: WriterTurn) {
    this.#inner = inner;
    this.#turn = turn;
  }

  queryRaw(query: SqlQuery) {
    this.#requireOpen();
    return this.#inner.queryRaw(query);
  }

  executeRaw(query: SqlQuery) {
    this.#requireOpen();
    return this.#inner.executeRaw(query);
  }

  commit() {
    return this.#turn.keep();
  }

  rollback() {
    return this.#turn.drop();
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

  // After an error SQLite may have ended the transaction.
  #requireOpen() {
    if (!this.#inner.client.inTransaction) throw new Error('The transaction was rolled back by SQLite.');
  }
}
