import { expect, test } from 'vitest';
import { insertRows } from '@/lib/database/bulk-insert';
import { db, transaction, type Tx } from '@/lib/database/db';
import { databaseProblemIn } from '@/lib/database/problems';
import { newId } from '@/lib/platform/ids';

const moment = new Date('2026-03-04T05:06:07.890Z');
const follow = (userId: string, postId: string) => ({ userId, postId, createdAt: moment });

function account(name: string) {
  return {
    id: newId(),
    avatarSeed: newId(),
    slug: name,
    name,
    email: null,
    hasProfile: false,
    createdAt: moment,
    updatedAt: moment,
  };
}

test('rows come back as they were given: dates, truth values, numbers, nothing at all', async () => {
  const given = account('ann');
  await transaction((tx) => insertRows(tx, 'User', [given, account('ben')]));
  const select = {
    id: true,
    avatarSeed: true,
    slug: true,
    name: true,
    email: true,
    hasProfile: true,
    createdAt: true,
    updatedAt: true,
  };
  expect(await db.user.findUnique({ where: { id: given.id }, select })).toEqual(given);
  expect(await db.user.count({ where: { slug: { in: ['ann', 'ben'] } } })).toBe(2);
});

test('one row that is refused takes all of its transaction back', async () => {
  const cleo = account('cleo');
  const both = transaction(async (tx) => {
    await insertRows(tx, 'User', [cleo]);
    await insertRows(tx, 'User', [account('dora'), { ...account('cleo again'), slug: 'cleo' }]);
  });
  await expect(both).rejects.toThrow(/unique/i);
  expect(await db.user.count({ where: { slug: { in: ['cleo', 'dora'] } } })).toBe(0);
});

test('a row that refers to nothing is refused', async () => {
  const lost = transaction((tx) => insertRows(tx, 'PostFollow', [follow(newId(), newId())]));
  await expect(lost).rejects.toSatisfy((error) => databaseProblemIn(error) === null);
  expect(await db.postFollow.count()).toBe(0);
});

test('rows for a transaction that has ended are not put into the one that is open', async () => {
  const ended = await transaction((tx) => Promise.resolve<Tx>(tx));
  const late = transaction(() => insertRows(ended, 'User', [account('late')]));
  await expect(late).rejects.toThrow(/transaction/i);
  expect(await db.user.count({ where: { slug: 'late' } })).toBe(0);
});

test('no rows are no statement', async () => {
  await expect(transaction((tx) => insertRows(tx, 'User', []))).resolves.toBeUndefined();
});
