import { expect, test } from 'vitest';
import { isPostgres, reader } from '@/lib/db';
import { tidyDatabase } from '@/lib/database/tidying';
import { createPost } from '../../factories/posts';

test('after much was written the planner knows how much, without waiting', async () => {
  await Promise.all(Array.from({ length: 30 }, () => createPost()));
  await tidyDatabase();
  expect(await rowsByThePlanner()).toBe(await reader.post.count());
});

// SQLite's planner is told of a large site from the start.
async function rowsByThePlanner() {
  if (!isPostgres()) return reader.post.count();
  const [known] = await reader.$queryRaw<{ rows: number }[]>`
    SELECT reltuples::int AS "rows" FROM pg_class WHERE relname = 'Post'`;
  return known?.rows;
}
