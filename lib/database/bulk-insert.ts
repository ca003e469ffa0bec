import 'server-only';
import { isPostgres, runForRows, type Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';

export type BulkRow = Record<string, string | number | boolean | Date | null>;

/** Prisma remembers its last hundred messages with their parameters: 4 MB each were more than a command's heap. */
const MAX_STATEMENT_BYTES = 250_000;

/** Inserts rows in a transaction, ten times as fast as createMany. Rows share their columns; `updatedAt` has no default. */
export function insertRows(tx: Tx, table: Prisma.ModelName, rows: readonly BulkRow[]) {
  return insertOr(tx, table, rows, '');
}

/** The same, but rows whose keys are taken are left out. */
export function insertMissingRows(tx: Tx, table: Prisma.ModelName, rows: readonly BulkRow[]) {
  return insertOr(tx, table, rows, ' WHERE true ON CONFLICT DO NOTHING');
}

type Sums = {
  keys: readonly string[];
  /** Columns that are added to those of the row that is there … */
  add?: readonly string[];
  /** … or that keep the larger of both. */
  raise?: readonly string[];
};

/** Adds rows to those with the same keys. Sorted, so that two machines that add the same rows never wait in a ring. */
export function addRows(tx: Tx, table: Prisma.ModelName, rows: readonly BulkRow[], sums: Sums) {
  const { keys, add = [], raise = [] } = sums;
  const keyOf = (row: BulkRow) => keys.map((key) => String(row[key])).join('\u0000');
  const sorted = rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const changes = [
    ...add.map((name) => `"${name}" = "${table}"."${name}" + EXCLUDED."${name}"`),
    ...raise.map(
      (name) =>
        `"${name}" = CASE WHEN EXCLUDED."${name}" > "${table}"."${name}" THEN EXCLUDED."${name}" ELSE "${table}"."${name}" END`,
    ),
  ];
  const names = keys.map((name) => `"${name}"`).join(', ');
  return insertOr(tx, table, sorted, ` WHERE true ON CONFLICT (${names}) DO UPDATE SET ${changes.join(', ')}`);
}

async function insertOr(tx: Tx, table: Prisma.ModelName, rows: readonly BulkRow[], otherwise: string) {
  const columns = Object.keys(rows[0] ?? {});
  if (rows.length === 0) return;
  const into = `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})`;
  if (isPostgres()) return insertAsJson(tx, rows, (json) => fromJson({ into, table, columns, otherwise }, json));
  // Fails if this transaction has ended: the one that is open would be another's.
  await tx.$queryRaw`SELECT 1`;
  runForRows(intoSqlite(into, columns, otherwise), valuesOf(rows, columns));
}

// A statement with values for each row: JSON would be searched for each column of each row.
function intoSqlite(into: string, columns: readonly string[], otherwise: string) {
  return `${into} SELECT ${columns.map(() => '?').join(', ')}${otherwise}`;
}

function* valuesOf(rows: readonly BulkRow[], columns: readonly string[]) {
  for (const row of rows) yield columns.map((name) => asSqlite(row[name]));
}

// SQLite stores dates in Prisma's format, and has no booleans.
function asSqlite(value: BulkRow[string] | undefined) {
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00');
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}

async function insertAsJson(tx: Tx, rows: readonly BulkRow[], insertion: (json: string) => Prisma.Sql) {
  let texts: string[] = [];
  let size = 0;
  const flush = async () => {
    if (texts.length > 0) await tx.$executeRaw(insertion(`[${texts.join(',')}]`));
    texts = [];
    size = 0;
  };
  for (const row of rows) {
    const text = JSON.stringify(row);
    texts.push(text);
    size += text.length;
    if (size >= MAX_STATEMENT_BYTES) await flush();
  }
  await flush();
}

type Insertion = { into: string; table: string; columns: readonly string[]; otherwise: string };

function fromJson({ into, table, columns, otherwise }: Insertion, json: string) {
  const names = columns.map((name) => `row."${name}"`).join(', ');
  return Prisma.sql`${Prisma.raw(`${into} SELECT ${names} FROM json_populate_recordset(NULL::"${table}",`)} ${json}::json) AS row ${Prisma.raw(otherwise)}`;
}
