import 'server-only';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { Mutex } from 'async-mutex';
import type Database from 'better-sqlite3';

type SqliteAdapter = SqlDriverAdapter & { client: Database.Database };
type Group = PromiseWithResolvers<void> & { since: number; size: number };
type Release = () => void;

/** What the current writer may do: both end its turn. */
export type WriterTurn = {
  /** Resolves once everything that was written is on the disk. */
  keep: () => Promise<void>;
  drop: () => Promise<void>;
};

/**
 * How long writes are gathered for one COMMIT, in ms: other processes wait for the lock meanwhile, and wait
 * synchronously.
 */
const GROUP_COMMIT_MS = 10;
/** How long a write may wait in all before it is given up, in ms. */
let retryFor = 2_000;
/** The same for a command-line tool; Prisma gives up the start of a transaction after ten seconds. */
const CLI_RETRY_MS = 9_000;

/** From now on this process's writes wait longer for those of others: an import beside a busy site must not give up. */
export function waitLongerForLocks() {
  retryFor = CLI_RETRY_MS;
}

/**
 * Serialises writers on one connection. The cost of a small write is the disk sync of its COMMIT; so a writer that
 * finishes while others wait leaves the transaction open for the next, as a savepoint inside it, and one COMMIT serves
 * all. No write is acknowledged before that COMMIT has returned: if it fails, it failed for all of them. Without
 * waiting writers, each commits immediately.
 */
export class WriterMutex {
  readonly #inner: SqliteAdapter;
  readonly #lock = new Mutex();
  #waiting = 0;
  #group: Group | null = null;

  constructor(inner: SqliteAdapter) {
    this.#inner = inner;
  }

  /** Runs what cannot be a part of a transaction, or must see nothing but what is on the disk. */
  async alone<T>(operation: () => Promise<T>): Promise<T> {
    const release = await this.#acquire();
    try {
      await this.#commit();
      return await retryWhileBusy(operation);
    } finally {
      this.#pass(release);
    }
  }

  /** Runs one statement that writes, and resolves once its work is on the disk. */
  async write<T>(operation: () => Promise<T>): Promise<T> {
    if (!this.#lock.isLocked()) return this.alone(operation);
    const release = await this.#acquire();
    const group = await this.#join(release);
    // A statement that fails undoes itself alone; those before it still want their COMMIT.
    const result = await operation().finally(() => this.#end(group, release));
    await group.promise;
    return result;
  }

  /** Begins a transaction of several statements. */
  async begin(): Promise<WriterTurn> {
    const release = await this.#acquire();
    const group = await this.#join(release);
    const isFirst = group.size === 1;
    const run = (sql: string) => this.#run(sql).catch((error: unknown) => this.#undo(error));
    if (!isFirst) await run('SAVEPOINT turn');
    return {
      keep: async () => {
        if (!isFirst && this.#isOpen(group)) await run('RELEASE turn');
        await this.#end(group, release);
        await group.promise;
      },
      drop: async () => {
        if (isFirst) this.#undo(new Error('Rolled back'));
        else if (this.#isOpen(group)) await run('ROLLBACK TO turn; RELEASE turn');
        await this.#end(group, release);
      },
    };
  }

  async #acquire(): Promise<Release> {
    this.#waiting += 1;
    // SQLite responds synchronously, so all writers here would run one after the other: first the waiting ones are
    // registered.
    await new Promise(setImmediate);
    const release = await this.#lock.acquire();
    this.#waiting -= 1;
    return release;
  }

  #pass(release: Release) {
    if (this.#waiting > 0) setImmediate(release);
    else release();
  }

  async #join(release: Release): Promise<Group> {
    try {
      if (!this.#group) {
        await retryWhileBusy(() => this.#run('BEGIN IMMEDIATE'));
        this.#group = { ...Promise.withResolvers<void>(), since: performance.now(), size: 0 };
        this.#group.promise.catch(() => {});
      }
      this.#group.size += 1;
      return this.#group;
    } catch (error) {
      this.#pass(release);
      throw error;
    }
  }

  async #end(group: Group, release: Release) {
    // On a full disk, for example, SQLite rolls back by itself: no write of this group is stored.
    if (!this.#isOpen(group)) this.#undo(new Error('The transaction was rolled back by SQLite.'));
    else if (this.#waiting === 0 || performance.now() - group.since > GROUP_COMMIT_MS) await this.#commit();
    this.#pass(release);
  }

  /** Tells all writers of the group whether their work is on the disk. */
  async #commit() {
    const group = this.#group;
    if (!group) return;
    try {
      await retryWhileBusy(() => this.#run('COMMIT'));
      this.#group = null;
      group.resolve();
    } catch (error) {
      this.#undo(error);
    }
  }

  #undo(reason: unknown) {
    const group = this.#group;
    this.#group = null;
    group?.reject(reason);
    // A transaction that SQLite still holds open did not commit: the next one must not inherit it.
    if (this.#inner.client.inTransaction) this.#inner.client.exec('ROLLBACK');
  }

  #isOpen(group: Group) {
    return this.#group === group && this.#inner.client.inTransaction;
  }

  async #run(sql: string) {
    await this.#inner.executeScript(sql);
  }
}

async function retryWhileBusy<T>(operation: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + retryFor;
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    try {
      return await operation();
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
