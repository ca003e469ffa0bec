import 'server-only';
import { readDb, type Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { queryText, vectorText } from './index-postgres';
import type { AdminEntry, AdminKind } from './admin-entries';
import type { FoundRow, AdminQuery } from './admin-matching';

const SCAN_LIMIT = 2_000;

/** Replaces the index entries of these rows, in two statements; rows without an entry are removed. */
export async function replaceAdminEntries(tx: Tx, rowIds: readonly string[], entries: readonly AdminEntry[]) {
  const here = new Set(entries.map(({ rowId }) => rowId));
  const gone = rowIds.filter((id) => !here.has(id));
  if (gone.length > 0) {
    await tx.$executeRaw`
      DELETE FROM "FindEntry" WHERE "rowId" IN (SELECT json_array_elements_text(${JSON.stringify(gone)}::json))`;
  }
  if (entries.length === 0) return;
  const rows = entries.map(({ rowId, kind, place, words, beside }) => ({
    rowId,
    kind,
    place: String(place),
    words: vectorText([words, beside]),
  }));
  await tx.$executeRaw`
    INSERT INTO "FindEntry" ("rowId", "kind", "place", "words")
    SELECT "rowId", "kind", "place", "words"::tsvector
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row("rowId" text, "kind" text, "place" bigint, "words" text)
    ON CONFLICT ("rowId") DO UPDATE SET "place" = EXCLUDED."place", "words" = EXCLUDED."words"`;
}

/** The newest or oldest matching rows: a scan from that end, fast for common words, then the unordered word index. */
export async function matchAdminEntries(kind: AdminKind, question: AdminQuery): Promise<FoundRow[]> {
  const { terms, marks, isOldestFirst, after, take } = question;
  const query = Prisma.sql`${[queryText(terms), ...marks.map((mark) => `'${mark}'`)].join(' & ')}::tsquery`;
  const beyond = isOldestFirst ? Prisma.sql`>` : Prisma.sql`<`;
  const order = isOldestFirst ? Prisma.sql`"place", "rowId"` : Prisma.sql`"place" DESC, "rowId" DESC`;
  const begin = after ? Prisma.sql`AND ("place", "rowId") ${beyond} (${after.place}, ${after.id})` : Prisma.empty;
  const first = await readDb.$queryRaw<FoundRow[]>`
    SELECT "rowId" AS "id", "place" FROM (
      SELECT "rowId", "place", "words" FROM "FindEntry" WHERE "kind" = ${kind} ${begin}
      ORDER BY ${order} LIMIT ${SCAN_LIMIT}
    ) first WHERE "words" @@ ${query} ORDER BY ${order} LIMIT ${take}`;
  if (first.length === take) return first;
  return readDb.$queryRaw<FoundRow[]>`
    WITH answers AS MATERIALIZED (SELECT "rowId", "place" FROM "FindEntry" WHERE "words" @@ ${query})
    SELECT "rowId" AS "id", "place" FROM answers WHERE true ${begin} ORDER BY ${order} LIMIT ${take}`;
}
