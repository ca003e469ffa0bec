import 'server-only';
import Database from 'better-sqlite3';

/** Memory limit in KiB; the rest goes to a temporary file that is removed with the connection. */
const CACHE_PAGES = 8_192;
const PAGE_SIZE = 500;

type Statements = {
  get: Database.Statement<[string], { value: string }>;
  set: Database.Statement<[string, string]>;
  page: Database.Statement<[number, number], { n: number; key: string; value: string }>;
  count: Database.Statement<[], { count: number }>;
};

/** Disk storage for one import's data that exceeds memory; removed on close. */
export class Scratch {
  // An empty name makes SQLite use a temporary file.
  readonly #database = new Database('');
  #tables = 0;
  #cleared = 0;

  constructor() {
    this.#database.pragma('journal_mode = OFF');
    this.#database.pragma('synchronous = OFF');
    this.#database.pragma('temp_store = FILE');
    this.#database.pragma(`cache_size = -${CACHE_PAGES}`);
    this.#database.exec('BEGIN');
  }

  /** A map in insertion order. Values must be plain data. */
  map<V>(): ScratchMap<V> {
    const name = `t${(this.#tables += 1)}`;
    this.#database.exec(`CREATE TABLE ${name} (n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL)`);
    return new ScratchMap<V>({
      get: this.#database.prepare(`SELECT value FROM ${name} WHERE key = ?`),
      set: this.#database.prepare(
        `INSERT INTO ${name} (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      ),
      page: this.#database.prepare(`SELECT n, key, value FROM ${name} WHERE n > ? ORDER BY n LIMIT ?`),
      count: this.#database.prepare(`SELECT count(*) AS count FROM ${name}`),
    });
  }

  lists<V>(): ScratchLists<V> {
    const name = `t${(this.#tables += 1)}`;
    this.#database.exec(`CREATE TABLE ${name} (n INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL)`);
    this.#database.exec(`CREATE INDEX ${name}_key ON ${name} (key, n)`);
    return new ScratchLists<V>({
      add: this.#database.prepare(`INSERT INTO ${name} (key, value) VALUES (?, ?)`),
      of: this.#database.prepare(`SELECT value FROM ${name} WHERE key = ? ORDER BY n`),
      page: this.#database.prepare(`SELECT n, value FROM ${name} WHERE key = ? AND n > ? ORDER BY n LIMIT ?`),
      count: this.#database.prepare(`SELECT count(*) AS count FROM ${name} WHERE key = ?`),
      at: this.#database.prepare(`SELECT value FROM ${name} WHERE n = ?`),
      drop: this.#database.prepare(`DELETE FROM ${name} WHERE key = ?`),
    });
  }

  /** Discards all data; existing maps and lists become invalid. */
  clear() {
    for (; this.#cleared < this.#tables; this.#cleared += 1) this.#database.exec(`DROP TABLE t${this.#cleared + 1}`);
  }

  close() {
    this.#database.close();
  }
}

export class ScratchMap<V> {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  get size() {
    return this.#statements.count.get()?.count ?? 0;
  }

  has(key: string) {
    return this.#statements.get.get(key) !== undefined;
  }

  get(key: string): V | undefined {
    const row = this.#statements.get.get(key);
    return row && this.#read(row.value);
  }

  set(key: string, value: V) {
    this.#statements.set.run(key, JSON.stringify(value));
  }

  *[Symbol.iterator](): Generator<[string, V]> {
    for (let after = 0; ;) {
      const rows = this.#statements.page.all(after, PAGE_SIZE);
      for (const { key, value } of rows) yield [key, this.#read(value)];
      const last = rows.at(-1);
      if (!last || rows.length < PAGE_SIZE) return;
      after = last.n;
    }
  }

  *values(): Generator<V> {
    for (const [, value] of this) yield value;
  }

  // Values are read as the type they were written as.
  #read(value: string) {
    return JSON.parse(value) as V;
  }
}

type ListStatements = {
  add: Database.Statement<[string, string]>;
  of: Database.Statement<[string], { value: string }>;
  page: Database.Statement<[string, number, number], { n: number; value: string }>;
  count: Database.Statement<[string], { count: number }>;
  at: Database.Statement<[number], { value: string }>;
  drop: Database.Statement<[string]>;
};

export class ScratchLists<V> {
  readonly #statements: ListStatements;

  constructor(statements: ListStatements) {
    this.#statements = statements;
  }

  add(key: string, value: V) {
    return Number(this.#statements.add.run(key, JSON.stringify(value)).lastInsertRowid);
  }

  of(key: string) {
    return this.#statements.of.all(key).map(({ value }) => this.#read(value));
  }

  lengthOf(key: string) {
    return this.#statements.count.get(key)?.count ?? 0;
  }

  /** One by one: a list may be longer than memory. */
  *each(key: string): Generator<V> {
    for (let after = 0; ;) {
      const rows = this.#statements.page.all(key, after, PAGE_SIZE);
      for (const { value } of rows) yield this.#read(value);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE_SIZE) return;
      after = last.n;
    }
  }

  at(number: number): V | undefined {
    const row = this.#statements.at.get(number);
    return row && this.#read(row.value);
  }

  drop(key: string) {
    this.#statements.drop.run(key);
  }

  #read(value: string) {
    return JSON.parse(value) as V;
  }
}
