import { expect, test } from 'vitest';
import { readDb } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';

test('reports an unbounded list before it fails', async () => {
  const ids = Array.from({ length: 2_500 }, (_, at) => String(at));
  const ordered = { where: { id: { in: ids } }, orderBy: { id: 'asc' }, select: { id: true } } as const;
  await expect(readDb.post.findMany(ordered)).rejects.toThrow('was given a list of 2500 values');
  await expect(readDb.post.count({ where: { id: { notIn: ids } } })).rejects.toThrow('was given a list of 2500 values');
  const raw = Prisma.sql`SELECT "id" FROM "Post" WHERE "id" IN (${Prisma.join(ids)})`;
  await expect(readDb.$queryRaw(raw)).rejects.toThrow('was given a list of 2500 values');
  expect(await readDb.post.findMany({ ...ordered, where: { id: { in: ids.slice(0, 2_000) } } })).toEqual([]);
});
