import 'server-only';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { Mutex } from 'async-mutex';
import type Database from 'better-sqlite3';

type SqliteAdapter = SqlDriverAdapter & { client: Database.Database };
type Group = PromiseWithResolvers<void> & { since: number; size: number };
type Release = () => void;

export type WriterTurn = {
  /** Resolves once everything written is synced to disk. */
  keep: () => Promise<void>;
  drop: () => Promise<void>;
};

/** How long writes are gathered for one COMMIT; other processes wait for the lock meanwhile. */
const GROUP_COMMIT_MS = 10;
/** In ms. */
let retryFor = 2_000;
/** Below the ten seconds after which Prisma gives up starting a transaction. */
const CLI_RETRY_MS = 9_000;

/** For command-line tools: an import beside a busy site must not give up. */
export function waitLongerForLocks() {
  retryFor = CLI_RETRY_MS;
}

/**
 * Serialises writers and groups commits: one COMMIT serves all waiting writers, each a savepoint in one transaction.
 * Writes are acknowledged after that COMMIT only.
 */
export class WriterMutex {
  readonly #inner: SqliteAdapter;
  readonly #lock = new Mutex();
  #waiting = 0;
  #group: Group | null = null;

  constructor(inner: SqliteAdapter) {
    this.#inner = inner;
  }

  /** Runs what cannot join a transaction, or must see committed rows only. */
  async alone<T>(operation: () => Promise<T>): Promise<T> {
    const release = await this.#acquire();
    try {
      await this.#commit();
      return await retryWhileBusy(operation);
    } finally {
      this.#pass(release);
    }
  }

  async write<T>(operation: () => Promise<T>): Promise<T> {
    if (!this.#lock.isLocked()) return this.alone(operation);
    const release = await this.#acquire();
    const group = await this.#join(release);
    // A failed statement undoes only itself; those before it still need their COMMIT.
    const result = await operation().finally(() => this.#end(group, release));
    await group.promise;
    return result;
  }

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
    // SQLite responds synchronously: let waiting writers register first.
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
    if (!this.#isOpen(group)) this.#undo(new Error('The transaction was rolled back by SQLite.'));
    else if (this.#waiting === 0 || performance.now() - group.since > GROUP_COMMIT_MS) await this.#commit();
    this.#pass(release);
  }

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
    // The next transaction must not inherit one that SQLite still holds open.
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
