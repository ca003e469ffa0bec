import 'server-only';
import { isPostgres, type Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';

export type BulkRow = Record<string, string | number | boolean | Date | null>;

/** Prisma remembers its last hundred messages with their parameters: 4 MB each were more than a command's heap. */
const MAX_STATEMENT_BYTES = 250_000;

/** Inserts rows ten times as fast as createMany. Rows share their columns; `updatedAt` has no default. */
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
  let texts: string[] = [];
  let size = 0;
  const flush = async () => {
    if (texts.length > 0) await tx.$executeRaw(insertion({ table, columns, otherwise }, `[${texts.join(',')}]`));
    texts = [];
    size = 0;
  };
  for (const row of rows) {
    const text = JSON.stringify(row, asStored);
    texts.push(text);
    size += text.length;
    if (size >= MAX_STATEMENT_BYTES) await flush();
  }
  await flush();
}

// SQLite stores dates in Prisma's format.
function asStored(this: Record<string, unknown>, key: string, value: unknown) {
  const raw = this[key];
  return raw instanceof Date ? raw.toISOString().replace('Z', '+00:00') : value;
}

type Insertion = { table: string; columns: string[]; otherwise: string };

function insertion({ table, columns, otherwise }: Insertion, json: string) {
  const into = `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})`;
  if (isPostgres()) {
    const names = columns.map((name) => `row."${name}"`).join(', ');
    return Prisma.sql`${Prisma.raw(`${into} SELECT ${names} FROM json_populate_recordset(NULL::"${table}",`)} ${json}::json) AS row ${Prisma.raw(otherwise)}`;
  }
  const values = columns.map((name) => `json_extract("value", '$.${name}')`).join(', ');
  return Prisma.sql`${Prisma.raw(`${into} SELECT ${values} FROM json_each(`)}${json})${Prisma.raw(otherwise)}`;
}
