import 'server-only';
import { isPostgres, readDb, transaction } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';

/** The word tables that FTS5 keeps in segments: those of posts, and those of all other rows. */
export type WordsTable = 'SearchWords' | 'FindWords';
export const wordsTables: readonly WordsTable[] = ['SearchWords', 'FindWords'];

/** Pages of 4 kB per step, a few milliseconds' work; more where the list of one word is longer than that. */
const MERGE_PAGES = 32;
/** An index is scattered when the segments beside its largest hold more than this part of it. */
const SCATTERED_SHARE = 1 / 3;

const begun = new Set<WordsTable>();

/**
 * Merges the segments of a word table after much indexing: queries look into each. Works in small steps, each a
 * separate transaction, so that no writer waits for long. Stopped by `mayGoOn` it returns false, and the next call
 * continues. Does nothing if most of the words are in one segment already, nor on PostgreSQL.
 */
export async function mergeScattered(table: WordsTable, mayGoOn: () => Promise<boolean>) {
  if (isPostgres()) return true;
  if (!begun.has(table) && !(await isScattered(table))) return true;
  return merge(table, mayGoOn);
}

/** Merges all segments of a table of words into one, in the same steps, however few there are. */
export async function mergeAll(table: WordsTable) {
  if (!isPostgres()) await merge(table, () => Promise.resolve(true));
}

async function merge(table: WordsTable, mayGoOn: () => Promise<boolean>) {
  while (await mayGoOn()) {
    const from = performance.now();
    // A negative number begins to merge everything. It would start over each time: a positive one continues.
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

// Whether something was left to merge is shown by what a step changed besides its own row, as in FTS5's manual.
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

// Other processes try for the lock now and then: they find it free half of the time.
function leaveRoom(milliseconds: number) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
