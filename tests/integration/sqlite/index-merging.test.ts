import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { onStatement } from '@/lib/database/query-events';
import { readDb, db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { runIndexer, mergePieces, rebuildIndex } from '@/lib/search/indexing';
import type { WordsTable } from '@/lib/search/merging';
import { searchPosts } from '@/lib/search/queries';
import { indexAdminRows, rebuildAdminIndex } from '@/lib/search/admin-indexing';
import { seedSite } from '@/lib/seeding/seeding';
import { createPost } from '../../factories/posts';

const always = () => Promise.resolve(true);
const titles = async (question: string) => (await searchPosts(question)).answers.map(({ post }) => post.title);

beforeEach(async () => {
  await db.post.deleteMany();
  await db.tag.deleteMany();
  await rebuildIndex();
  await rebuildAdminIndex();
});

/** How many pages each segment of a table of words has. */
async function segmentsOf(table: WordsTable) {
  const rows = await readDb.$queryRawUnsafe<{ pages: number | bigint }[]>(
    `SELECT count(*) AS "pages" FROM "${table}_idx" GROUP BY "segid"`,
  );
  return rows.map(({ pages }) => Number(pages));
}

/** Tags with six of 2,000 words each. */
async function createTags(count: number) {
  const word = (at: number) => `word${(at * 7919) % 2_000}`;
  const data = Array.from({ length: count }, (_, at) => {
    const id = newId();
    return {
      id,
      slug: id,
      name: Array.from({ length: 6 }, (_, nth) => word(at * 6 + nth)).join(' '),
      createdAt: new Date(),
    };
  });
  await db.tag.createMany({ data });
}

/** Tags indexed by the three thousand, until much of the index lies beside its largest piece; answers with its pages. */
async function scatter() {
  for (;;) {
    await createTags(3_000);
    await indexAdminRows();
    const segments = await segmentsOf('FindWords');
    const all = segments.reduce((sum, pages) => sum + pages, 0);
    if (all - Math.max(...segments) > 0.4 * all) return all;
  }
}

/** Counts the steps of merging from now on. */
function countSteps(onStep = () => {}) {
  const counted = { steps: 0 };
  const stop = onStatement(({ sql }) => {
    if (!sql.includes("'merge'")) return;
    counted.steps += 1;
    onStep();
  });
  onTestFinished(stop);
  return counted;
}

test('what much indexing leaves in pieces is merged in small steps, and others write in between', async () => {
  const pages = await scatter();
  const save = async () => {
    await db.setting.create({ data: { key: newId(), value: '1', updatedAt: new Date() } });
    return counted.steps;
  };
  let saved: Promise<number> | undefined;
  const counted = countSteps(() => (saved ??= save()));

  expect(await mergePieces(always)).toBe(true);
  expect(await segmentsOf('FindWords')).toHaveLength(1);
  expect(counted.steps).toBeGreaterThan(pages / 64);
  expect(await saved).toBeLessThan(counted.steps);
});

test('merging that is stopped half way goes on later, and questions are answered meanwhile', async () => {
  await createPost({ title: 'Harbour' });
  await scatter();
  let asked = 0;
  const twice = () => Promise.resolve((asked += 1) <= 2);

  expect(await mergePieces(twice)).toBe(false);
  expect((await segmentsOf('FindWords')).length).toBeGreaterThan(1);
  expect(await titles('harbour')).toEqual(['Harbour']);
  await createTags(10);
  await indexAdminRows();
  expect(await mergePieces(always)).toBe(true);
  expect(Math.max(...(await segmentsOf('FindWords')))).toBeGreaterThan(10);
  expect((await segmentsOf('FindWords')).length).toBeLessThanOrEqual(2);
});

test('a few changes of a merged index are left as they are', async () => {
  await scatter();
  await rebuildAdminIndex();
  await createTags(10);
  await indexAdminRows();
  const counted = countSteps();

  expect(await mergePieces(always)).toBe(true);
  expect(counted.steps).toBe(0);
});

test('rebuilt indexes are complete, whatever their segments were', async () => {
  await scatter();
  for (let at = 0; at < 5; at += 1) {
    await createPost({ title: `Anchor ${at}` });
    await titles('anchor');
  }

  await rebuildIndex();
  await rebuildAdminIndex();
  expect(await segmentsOf('SearchWords')).toHaveLength(1);
  expect(await segmentsOf('FindWords')).toHaveLength(1);
  expect(await titles('anchor')).toHaveLength(5);
});

test('what was invented for trying out lies in one piece', async () => {
  await seedSite({ posts: 1_000, comments: 0, thread: 0, seed: 1 });
  const segments = await segmentsOf('SearchWords');
  expect(Math.max(...segments)).toBeGreaterThan((segments.reduce((sum, pages) => sum + pages, 0) * 2) / 3);
  const counted = countSteps();
  expect(await mergePieces(always)).toBe(true);
  expect(counted.steps).toBe(0);
});

test('a site that is started merges what lies in pieces', async () => {
  await scatter();
  onTestFinished(runIndexer());

  await expect.poll(() => segmentsOf('FindWords'), { timeout: 15_000 }).toHaveLength(1);
});
