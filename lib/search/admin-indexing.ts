import 'server-only';
import { isPostgres, transaction, type Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import type { Subject } from './failures';
import { mergeAll } from './merging';
import { readAdminEntries, adminKinds, type AdminKind } from './admin-entries';
import * as postgres from './admin-index-postgres';
import * as sqlite from './admin-index-sqlite';
import { drainQueue, processQueue, type Batch, type Work, type WorkOptions } from './queue-worker';

/** Rows per transaction: on SQLite other writers wait that long. */
const BATCH_SIZE = 500;
/** Arbitrary, but must never change, and must differ from that of posts. */
const ADVISORY_LOCK = 7_206_219;

const tables: Record<AdminKind, Prisma.Sql> = {
  comment: Prisma.sql`"Comment"`,
  media: Prisma.sql`"Media"`,
  file: Prisma.sql`"StoredFile"`,
  user: Prisma.sql`"User"`,
  tag: Prisma.sql`"Tag"`,
};

export const adminIndex = () => (isPostgres() ? postgres : sqlite);

/** Updates the admin index from its queue, oldest first; returns the number of rows processed. See indexing.ts. */
export function indexAdminRows(options: WorkOptions = {}): Promise<number> {
  return processQueue(rows, options);
}

/** Processes the queue, pausing after failures. */
export function drainAdminIndex() {
  return drainQueue(rows, indexAdminRows);
}

/** Indexes recent changes before a search. */
export function catchUpAdminIndex() {
  return drainQueue(rows, () => indexAdminRows({ atMost: 1 }));
}

/** Reindexes every row in place: searches work meanwhile. */
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
  // Serialised: of two indexers of one row, the last to read must be the last to write.
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
