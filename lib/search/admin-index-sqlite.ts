import 'server-only';
import { readDb, type Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { expressionOf, textOf } from './index-sqlite';
import { assignSortKeys } from './sort-keys-sqlite';
import type { AdminEntry, AdminKind } from './admin-entries';
import type { FoundRow, AdminQuery } from './admin-matching';

/** Replaces the index entries of these rows, in five statements; rows without an entry are removed. */
export async function replaceAdminEntries(tx: Tx, rowIds: readonly string[], entries: readonly AdminEntry[]) {
  await tx.$executeRaw`
    DELETE FROM "FindEntry" WHERE "rowId" IN (SELECT "value" FROM json_each(${JSON.stringify(rowIds)}))`;
  if (entries.length === 0) return;
  const sorted = await assignSortKeys(tx, 'FindEntry', entries);
  // Sort keys stay below 2^53 (entry.ts), so JSON is exact.
  const rows = JSON.stringify(
    sorted.map(({ place, kind, rowId, ...texts }) => [Number(place), kind, rowId, textOf(texts)]),
  );
  await tx.$executeRaw`
    INSERT INTO "FindEntry" ("place", "kind", "rowId")
    SELECT json_extract("value", '$[0]'), json_extract("value", '$[1]'), json_extract("value", '$[2]')
    FROM json_each(${rows})`;
  await tx.$executeRaw`
    INSERT INTO "FindWords" (rowid, "words")
    SELECT json_extract("value", '$[0]'), json_extract("value", '$[3]') FROM json_each(${rows})`;
}

/** The newest or oldest matching rows, read from the end or the beginning of the index until the page is full. */
export async function matchAdminEntries(
  kind: AdminKind,
  { terms, marks, isOldestFirst, after, take }: AdminQuery,
): Promise<FoundRow[]> {
  const question = [expressionOf(terms), ...marks.map((mark) => `"${mark}"`)].join(' AND ');
  const [beyond, direction] = isOldestFirst ? [Prisma.sql`>`, Prisma.sql`ASC`] : [Prisma.sql`<`, Prisma.sql`DESC`];
  const begin = after ? Prisma.sql`AND "FindWords".rowid ${beyond} ${after.place}` : Prisma.empty;
  const rows = await readDb.$queryRaw<{ id: string; place: number | bigint }[]>`
    SELECT e."rowId" AS "id", e."place" FROM "FindWords" CROSS JOIN "FindEntry" e ON e."place" = "FindWords".rowid
    WHERE "FindWords" MATCH ${question} ${begin} AND e."kind" = ${kind}
    ORDER BY "FindWords".rowid ${direction} LIMIT ${take}`;
  return rows.map(({ id, place }) => ({ id, place: BigInt(place) }));
}
