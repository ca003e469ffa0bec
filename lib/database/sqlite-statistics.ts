import 'server-only';
import type { MigrationConnection } from './migration-connection';

/** Fixed statistics of a large site, for stable plans (https://sqlite.org/queryplanner-ng.html#howtofix). */
const rowsOf: Record<string, number> = {
  Post: 100_000,
  PostTag: 250_000,
  PostAuthor: 120_000,
  PostRevision: 500_000,
  PostViewCount: 100_000,
  Comment: 1_000_000,
  CommentRevision: 50_000,
  Media: 50_000,
  MediaUse: 100_000,
  StoredFile: 20_000,
  StoredFileUse: 20_000,
  User: 50_000,
  Session: 50_000,
  Token: 10_000,
  Redirect: 100_000,
  ImportItem: 500_000,
  Outbox: 100_000,
  AuditEntry: 200_000,
  SearchEntry: 100_000,
  FindEntry: 1_000_000,
};

/** Distinct values per column; the others count as unique. */
const valuesOf: Record<string, number> = {
  type: 2,
  status: 4,
  statusBeforeTrash: 4,
  kind: 6,
  role: 7,
  purpose: 4,
  source: 5,
  noindex: 1,
  canonicalUrl: 1,
  coverAlt: 20,
  deletedAt: 2,
  pinnedAt: 20,
  unpublishAt: 20,
  doneAt: 20,
  depth: 10,
  importBatchId: 3,
  batchId: 3,
  placement: 9,
  userId: 500,
  authorId: 20_000,
  uploadedById: 100,
  tagId: 500,
  postId: 50_000,
  parentId: 20_000,
  rootId: 300_000,
  coverId: 30_000,
  mediaId: 40_000,
};

/** Requires a transaction. */
export async function writeStatistics(connection: MigrationConnection) {
  await connection.run('ANALYZE sqlite_schema; DELETE FROM sqlite_stat1');
  for (const [table, rows] of Object.entries(rowsOf)) {
    for (const [index, isUnique] of await indexesOf(connection, table)) {
      const columns = (await connection.query(`PRAGMA index_info("${index}")`)).map((row) => String(row[2]));
      const statistics = [rows, ...selected(rows, columns, isUnique), 'noskipscan'].join(' ');
      await connection.run(`INSERT INTO sqlite_stat1 VALUES ('${table}', '${index}', '${statistics}')`);
    }
  }
}

async function indexesOf(connection: MigrationConnection, table: string) {
  const rows = await connection.query(`PRAGMA index_list("${table}")`);
  return rows.map((row) => [String(row[1]), Number(row[2]) === 1] as const);
}

function selected(rows: number, columns: string[], isUnique: boolean) {
  let left = rows;
  return columns.map((column, at) => {
    left = Math.max(1, Math.round(left / (valuesOf[column] ?? rows)));
    return isUnique && at === columns.length - 1 ? 1 : left;
  });
}
