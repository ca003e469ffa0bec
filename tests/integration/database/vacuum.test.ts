import { expect, test } from 'vitest';
import { isPostgres, readDb } from '@/lib/database/db';
import { vacuumDatabase } from '@/lib/database/vacuum';
import { createPost } from '../../factories/posts';

test('updates the planner’s statistics after many writes, without waiting', async () => {
  await Promise.all(Array.from({ length: 30 }, () => createPost()));
  await vacuumDatabase();
  expect(await rowsByThePlanner()).toBe(await readDb.post.count());
});

// SQLite's planner has the statistics of a large site from the start.
async function rowsByThePlanner() {
  if (!isPostgres()) return readDb.post.count();
  const [known] = await readDb.$queryRaw<{ rows: number }[]>`
    SELECT reltuples::int AS "rows" FROM pg_class WHERE relname = 'Post'`;
  return known?.rows;
}
