import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { readDb, transaction, db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { PrismaClient } from '@/prisma/generated/sqlite/client';

type Writes = { setting: PrismaClient['setting'] };

/** Transactions that fail after plain writes of other requests have come in between. */
async function writeWhileTransactionsFail(client: Writes, failing: (others: () => Promise<void>) => Promise<unknown>) {
  const acknowledged: string[] = [];
  const write = async () => {
    const key = newId();
    await client.setting.create({ data: { key, value: '1', updatedAt: new Date() } });
    acknowledged.push(key);
  };
  for (let round = 0; round < 20; round += 1) {
    let writes: Promise<void>[] = [];
    await failing(() => {
      writes = Array.from({ length: 5 }, write);
      return letOthersWork();
    }).catch(() => {});
    await Promise.allSettled(writes);
  }
  const stored = await client.setting.findMany({ where: { key: { in: acknowledged } }, select: { key: true } });
  return { acknowledged: acknowledged.length, lost: acknowledged.length - stored.length };
}

/** Many turns of the event loop, in which everything goes on that need not wait. */
async function letOthersWork() {
  for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
}

test('no acknowledged write is lost while other transactions roll back', async () => {
  const failing = (others: () => Promise<void>) =>
    transaction(async (tx) => {
      await tx.setting.create({ data: { key: newId(), value: '1', updatedAt: new Date() } });
      await others();
      throw new Error('rolled back on purpose');
    });

  expect(await writeWhileTransactionsFail(db, failing)).toEqual({ acknowledged: 100, lost: 0 });
});

test('uncommitted rows are not read', async () => {
  const key = newId();
  let seenInside: unknown;
  await transaction(async (tx) => {
    await tx.setting.create({ data: { key, value: '1', updatedAt: new Date() } });
    seenInside = await readDb.setting.findUnique({ where: { key } });
  });

  expect(seenInside).toBeNull();
  expect(await readDb.setting.findUnique({ where: { key } })).not.toBeNull();
});

test('the stock client, as the control, does lose them', async () => {
  const url = `file:${join(env().dataDir, 'masthead.db')}`;
  const naive = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url }) });
  const failing = (others: () => Promise<void>) =>
    naive.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: newId(), value: '1', updatedAt: new Date() } });
      await others();
      throw new Error('rolled back on purpose');
    });

  const { lost } = await writeWhileTransactionsFail(naive, failing);
  await naive.$disconnect();

  expect(lost).toBeGreaterThan(0);
});

test('a committed row is on the disk before it is acknowledged', async () => {
  expect(await db.$queryRaw`PRAGMA synchronous`).toEqual([{ synchronous: 2n }]);
  expect(await db.$queryRaw`PRAGMA journal_mode`).toEqual([{ journal_mode: 'wal' }]);
});

/** How often the writer's connection committed while `work` ran, by its statements. */
async function commitsDuring(work: () => Promise<unknown>) {
  const original = Database.prototype.exec;
  let commits = 0;
  Database.prototype.exec = function exec(this: Database.Database, sql: string) {
    if (sql === 'COMMIT') commits += 1;
    return original.call(this, sql);
  };
  try {
    await work();
  } finally {
    Database.prototype.exec = original;
  }
  return commits;
}

const keeping = (key: string) =>
  transaction((tx) => tx.setting.create({ data: { key, value: '1', updatedAt: new Date() } }));

test('writers who wait for each other share a COMMIT, and all of them are kept', async () => {
  const keys = Array.from({ length: 60 }, () => newId());
  const commits = await commitsDuring(() => Promise.all(keys.map(keeping)));

  expect(await readDb.setting.count({ where: { key: { in: keys } } })).toBe(60);
  expect(commits).toBeGreaterThan(0);
  expect(commits).toBeLessThan(40);
});

test('a failing writer does not affect others that share its COMMIT', async () => {
  const keys = Array.from({ length: 30 }, () => newId());
  const outcomes = await Promise.allSettled(
    keys.map((key, at) =>
      transaction(async (tx) => {
        await tx.setting.create({ data: { key, value: '1', updatedAt: new Date() } });
        if (at % 3 === 0) throw new Error('rolled back on purpose');
      }),
    ),
  );
  const stored = await readDb.setting.findMany({ where: { key: { in: keys } }, select: { key: true } });

  const acknowledged = keys.filter((_, at) => outcomes[at]?.status === 'fulfilled');
  expect(acknowledged.length).toBe(20);
  expect(new Set(stored.map(({ key }) => key))).toEqual(new Set(acknowledged));
});

test('a COMMIT that fails has failed for all writers that shared it', async () => {
  const keys = Array.from({ length: 12 }, () => newId());
  // A deferred constraint is checked by COMMIT itself.
  const spoiling = transaction(async (tx) => {
    await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`;
    await tx.postTag.create({ data: { postId: 'nowhere', tagId: 'nowhere', position: 0 } });
  });
  const outcomes = await Promise.allSettled([spoiling, ...keys.map(keeping)]);
  const stored = await readDb.setting.findMany({ where: { key: { in: keys } }, select: { key: true } });

  expect(outcomes[0]?.status).toBe('rejected');
  const acknowledged = keys.filter((_, at) => outcomes[at + 1]?.status === 'fulfilled');
  expect(new Set(stored.map(({ key }) => key))).toEqual(new Set(acknowledged));
});
