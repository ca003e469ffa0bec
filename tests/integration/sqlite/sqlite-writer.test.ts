import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { expect, test } from 'vitest';
import { reader, transaction, writer } from '@/lib/db';
import { env } from '@/lib/env';
import { newId } from '@/lib/ids';
import { PrismaClient } from '@/prisma/generated/sqlite/client';

type Writes = { setting: PrismaClient['setting'] };

/** Transactions that take a while and then fail, with plain writes of other requests in between. */
async function writeWhileTransactionsFail(client: Writes, failing: () => Promise<unknown>) {
  const acknowledged: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    const writes = Array.from({ length: 5 }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      const key = newId();
      await client.setting.create({ data: { key, value: '1', updatedAt: new Date() } });
      acknowledged.push(key);
    });
    await Promise.allSettled([failing(), ...writes]);
  }
  const kept = await client.setting.findMany({ where: { key: { in: acknowledged } }, select: { key: true } });
  return { acknowledged: acknowledged.length, lost: acknowledged.length - kept.length };
}

const slowly = () => new Promise((resolve) => setTimeout(resolve, 3));

test('no acknowledged write is lost while other transactions roll back', async () => {
  const failing = () =>
    transaction(async (tx) => {
      await tx.setting.create({ data: { key: newId(), value: '1', updatedAt: new Date() } });
      await slowly();
      throw new Error('rolled back on purpose');
    });

  expect(await writeWhileTransactionsFail(writer, failing)).toEqual({ acknowledged: 100, lost: 0 });
});

test('nobody reads what is not committed', async () => {
  const key = newId();
  let seenInside: unknown;
  await transaction(async (tx) => {
    await tx.setting.create({ data: { key, value: '1', updatedAt: new Date() } });
    seenInside = await reader.setting.findUnique({ where: { key } });
  });

  expect(seenInside).toBeNull();
  expect(await reader.setting.findUnique({ where: { key } })).not.toBeNull();
});

test('the stock client, as the control, does lose them', async () => {
  const url = `file:${join(env().dataDir, 'masthead.db')}`;
  const naive = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url }) });
  const failing = () =>
    naive.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: newId(), value: '1', updatedAt: new Date() } });
      await slowly();
      throw new Error('rolled back on purpose');
    });

  const { lost } = await writeWhileTransactionsFail(naive, failing);
  await naive.$disconnect();

  expect(lost).toBeGreaterThan(0);
});

test('a committed row is on the disk before it is acknowledged', async () => {
  expect(await writer.$queryRaw`PRAGMA synchronous`).toEqual([{ synchronous: 2n }]);
  expect(await writer.$queryRaw`PRAGMA journal_mode`).toEqual([{ journal_mode: 'wal' }]);
});
