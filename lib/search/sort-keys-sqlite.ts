import 'server-only';
import type { Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';

/**
 * Assigns each entry a unique sort key, the preferred one or the next free one, and returns them in that order: FTS5
 * writes a segment for every row before the last one, and must merge them all again. There is one writer: what is free
 * now stays free until this transaction ends.
 */
export async function assignSortKeys<Entry extends { place: bigint }>(
  tx: Tx,
  table: 'SearchEntry' | 'FindEntry',
  entries: readonly Entry[],
): Promise<Entry[]> {
  const taken = new Set<bigint>();
  const sorted = entries.map((entry) => ({ ...entry }));
  for (let undecided = sorted; undecided.length > 0;) {
    for (const place of await takenOf(tx, table, undecided)) taken.add(place);
    const moved = [];
    for (const entry of undecided) {
      if (taken.has(entry.place)) moved.push(entry);
      else taken.add(entry.place);
    }
    for (const entry of moved) entry.place += 1n;
    undecided = moved;
  }
  return sorted.toSorted((a, b) => Number(a.place - b.place));
}

// Places stay below 2 to the power of 53 (entry.ts): JSON has them exactly.
async function takenOf(tx: Tx, table: string, entries: readonly { place: bigint }[]) {
  const wanted = JSON.stringify(entries.map(({ place }) => Number(place)));
  const rows = await tx.$queryRaw<{ place: number | bigint }[]>`
    SELECT "place" FROM ${Prisma.raw(`"${table}"`)} WHERE "place" IN (SELECT "value" FROM json_each(${wanted}))`;
  return rows.map(({ place }) => BigInt(place));
}
