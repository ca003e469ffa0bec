import 'server-only';
import { isPostgres, readDb, transaction } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';

export type WordsTable = 'SearchWords' | 'FindWords';
export const wordsTables: readonly WordsTable[] = ['SearchWords', 'FindWords'];

/** 4 kB pages per step, a few milliseconds; more if one word's list is longer. */
const MERGE_PAGES = 32;
const SCATTERED_SHARE = 1 / 3;

const begun = new Set<WordsTable>();

/** Merges FTS5 segments in short transactions; false if `mayGoOn` stopped it. No-op on PostgreSQL. */
export async function mergeScattered(table: WordsTable, mayGoOn: () => Promise<boolean>) {
  if (isPostgres()) return true;
  if (!begun.has(table) && !(await isScattered(table))) return true;
  return merge(table, mayGoOn);
}

/** Merges all segments of a table into one, in the same steps. */
export async function mergeAll(table: WordsTable) {
  if (!isPostgres()) await merge(table, () => Promise.resolve(true));
}

async function merge(table: WordsTable, mayGoOn: () => Promise<boolean>) {
  while (await mayGoOn()) {
    const from = performance.now();
    // A negative number starts a full merge, and would restart it each time; a positive one continues.
    const isLeft = await mergeStep(table, begun.has(table) ? MERGE_PAGES : -MERGE_PAGES);
    begun.add(table);
    if (!isLeft) {
      begun.delete(table);
      return true;
    }
    await leaveRoom(performance.now() - from);
  }
  return false;
}

// As in FTS5's manual: a step that changes no more than its own row had nothing to merge.
function mergeStep(table: WordsTable, pages: number): Promise<boolean> {
  const name = Prisma.raw(`"${table}"`);
  return transaction(async (tx) => {
    const before = await totalChanges(tx);
    await tx.$executeRaw`INSERT INTO ${name} (${name}, "rank") VALUES ('merge', ${pages})`;
    return (await totalChanges(tx)) - before >= 2;
  });
}

async function totalChanges(tx: Prisma.TransactionClient) {
  const [row] = await tx.$queryRaw<{ changes: number | bigint }[]>`SELECT total_changes() AS "changes"`;
  return Number(row!.changes);
}

async function isScattered(table: WordsTable) {
  const [sizes] = await readDb.$queryRaw<{ all: number | bigint | null; largest: number | bigint | null }[]>`
    SELECT sum("pages") AS "all", max("pages") AS "largest"
    FROM (SELECT max("pgno") - min("pgno") + 1 AS "pages" FROM ${Prisma.raw(`"${table}_idx"`)} GROUP BY "segid")`;
  const all = Number(sizes!.all);
  return all - Number(sizes!.largest) > all * SCATTERED_SHARE;
}

// Lets other processes take the lock half of the time.
function leaveRoom(milliseconds: number) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
