import 'server-only';
import { isPostgres, transaction, type Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Subject } from './failures';
import { mergeAll } from './merging';
import { readAdminEntries, adminKinds, type AdminKind } from './admin-entries';
import * as postgres from './admin-index-postgres';
import * as sqlite from './admin-index-sqlite';
import { drainQueue, processQueue, type Batch, type Work, type WorkOptions } from './queue-worker';

/** How many rows are indexed in one transaction: on SQLite other writers wait that long. */
const BATCH_SIZE = 500;
/** Any number will do, as long as every version of Masthead takes the same one, and posts another. */
const ADVISORY_LOCK = 7_206_219;

const tables: Record<AdminKind, Prisma.Sql> = {
  comment: Prisma.sql`"Comment"`,
  media: Prisma.sql`"Media"`,
  user: Prisma.sql`"User"`,
  tag: Prisma.sql`"Tag"`,
};

/** The form of the index that this database has. */
export const adminIndex = () => (isPostgres() ? postgres : sqlite);

/**
 * Updates the index of comments, images, users and tags from the database, oldest change first, and returns the number
 * of rows it processed. Works like that of posts (indexing.ts): triggers fill the queue.
 */
export function indexAdminRows(options: WorkOptions = {}): Promise<number> {
  return processQueue(rows, options);
}

/** Takes in all that changed, as long as the database lets it. */
export function drainAdminIndex() {
  return drainQueue(rows, indexAdminRows);
}

/** Takes in what changed a moment ago, for an answer that is true now. */
export function catchUpAdminIndex() {
  return drainQueue(rows, () => indexAdminRows({ atMost: 1 }));
}

/** Indexes every row again, each replacing its previous entry, so that searches work meanwhile. */
export async function rebuildAdminIndex(onProgress: (done: number, total: number) => void = () => {}) {
  let total = 0;
  for (const kind of adminKinds) {
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
  await indexAdminRows({ isPatient: true, onProgress: (done) => onProgress(Math.min(done, total), total) });
  await mergeAll('FindWords');
  return total;
}

const rows: Work = {
  queue: 'FindQueue',
  columns: '"kind", "rowId"',
  batch: BATCH_SIZE,
  take: takeRows,
  index: indexSubjects,
};

async function takeRows(tx: Tx, atMost: number): Promise<Batch> {
  // One at a time: of two that index the same row, the one that read it last must write last.
  if (isPostgres()) await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`;
  const waiting = await tx.$queryRaw<{ id: number | bigint; kind: AdminKind; rowId: string }[]>`
    SELECT "id", "kind", "rowId" FROM "FindQueue" ORDER BY "id" LIMIT ${atMost}`;
  const subjects = new Map(waiting.map(({ kind, rowId }) => [`${kind} ${rowId}`, { kind, rowId }]));
  return { subjects: [...subjects.values()], queueIds: waiting.map(({ id }) => id) };
}

async function indexSubjects(tx: Tx, subjects: readonly Subject[]) {
  const entries = [];
  for (const kind of adminKinds) {
    const ids = subjects.filter((row) => row.kind === kind).map(({ rowId }) => rowId);
    if (ids.length > 0) entries.push(...(await readAdminEntries(tx, kind, ids)));
  }
  await adminIndex().replaceAdminEntries(tx, [...new Set(subjects.map(({ rowId }) => rowId))], entries);
}
