import 'server-only';
import { isPostgres, transaction, type Tx } from '@/lib/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Subject } from './failures';
import { mergeAll } from './merging';
import { readRowEntries, rowKinds, type RowKind } from './row-entries';
import * as postgres from './row-index-postgres';
import * as sqlite from './row-index-sqlite';
import { keepUp, workOffQueue, type Batch, type Work, type WorkOptions } from './working-off';

/** How many rows are indexed in one transaction: on SQLite other writers wait that long. */
const BATCH = 500;
/** Any number will do, as long as every version of Masthead takes the same one, and posts another. */
const ADVISORY_LOCK = 7_206_219;

const tables: Record<RowKind, Prisma.Sql> = {
  comment: Prisma.sql`"Comment"`,
  media: Prisma.sql`"Media"`,
  user: Prisma.sql`"User"`,
  tag: Prisma.sql`"Tag"`,
};

/** The form of the index that this database has. */
export const rowIndex = () => (isPostgres() ? postgres : sqlite);

/**
 * Brings the index of comments, images, users and tags up to what is in the database, oldest change first, and answers
 * with how many rows it looked at. Works as that of posts does (indexing.ts): triggers fill the queue.
 */
export function indexRows(options: WorkOptions = {}): Promise<number> {
  return workOffQueue(rows, options);
}

/** Takes in all that changed, as long as the database lets it. */
export function keepUpWithRows() {
  return keepUp(rows, indexRows);
}

/** Takes in what changed a moment ago, for an answer that is true now. */
export function catchUpWithRows() {
  return keepUp(rows, () => indexRows({ atMost: 1 }));
}

/** Indexes every row anew, each in the place of what the index held of it, so that searches find all the while. */
export async function rebuildRowIndex(onProgress: (done: number, total: number) => void = () => {}) {
  let total = 0;
  for (const kind of rowKinds) {
    const table = tables[kind];
    total += await transaction(
      (tx) => tx.$executeRaw`INSERT INTO "FindQueue" ("kind", "rowId") SELECT ${kind}, "id" FROM ${table}`,
    );
    await transaction(
      (tx) => tx.$executeRaw`
        INSERT INTO "FindQueue" ("kind", "rowId") SELECT "kind", "rowId" FROM "FindEntry" e
        WHERE "kind" = ${kind} AND NOT EXISTS (SELECT 1 FROM ${table} WHERE "id" = e."rowId")`,
    );
  }
  await indexRows({ isPatient: true, onProgress: (done) => onProgress(Math.min(done, total), total) });
  await mergeAll('FindWords');
  return total;
}

const rows: Work = { queue: 'FindQueue', columns: '"kind", "rowId"', batch: BATCH, take: takeRows, index: indexThese };

async function takeRows(tx: Tx, atMost: number): Promise<Batch> {
  // One at a time: of two that index the same row, the one that read it last must write last.
  if (isPostgres()) await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`;
  const waiting = await tx.$queryRaw<{ id: number | bigint; kind: RowKind; rowId: string }[]>`
    SELECT "id", "kind", "rowId" FROM "FindQueue" ORDER BY "id" LIMIT ${atMost}`;
  const subjects = new Map(waiting.map(({ kind, rowId }) => [`${kind} ${rowId}`, { kind, rowId }]));
  return { subjects: [...subjects.values()], queueIds: waiting.map(({ id }) => id) };
}

async function indexThese(tx: Tx, subjects: readonly Subject[]) {
  const entries = [];
  for (const kind of rowKinds) {
    const ids = subjects.filter((row) => row.kind === kind).map(({ rowId }) => rowId);
    if (ids.length > 0) entries.push(...(await readRowEntries(tx, kind, ids)));
  }
  await rowIndex().replaceRows(tx, [...new Set(subjects.map(({ rowId }) => rowId))], entries);
}
