import 'server-only';
import { isPostgres, type Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';

export type BulkRow = Record<string, string | number | boolean | Date | null>;

const MAX_STATEMENT_BYTES = 4_000_000;

/** Inserts rows ten times as fast as createMany. Rows share their columns; `updatedAt` has no default. */
export async function insertRows(tx: Tx, table: Prisma.ModelName, rows: readonly BulkRow[]) {
  const columns = Object.keys(rows[0] ?? {});
  let texts: string[] = [];
  let size = 0;
  const flush = async () => {
    if (texts.length > 0) await tx.$executeRaw(insertion(table, columns, `[${texts.join(',')}]`));
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

function insertion(table: string, columns: string[], json: string) {
  const into = `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})`;
  if (isPostgres()) {
    const names = columns.map((name) => `row."${name}"`).join(', ');
    return Prisma.sql`${Prisma.raw(`${into} SELECT ${names} FROM json_populate_recordset(NULL::"${table}",`)} ${json}::json) AS row`;
  }
  const values = columns.map((name) => `json_extract("value", '$.${name}')`).join(', ');
  return Prisma.sql`${Prisma.raw(`${into} SELECT ${values} FROM json_each(`)}${json})`;
}
