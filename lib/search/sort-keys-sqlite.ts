import 'server-only';
import type { Tx } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';

/** Assigns unique sort keys near the preferred ones, ascending: FTS5 writes a segment for each out-of-order row. */
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

// Sort keys stay below 2^53 (entry.ts), so JSON is exact.
async function takenOf(tx: Tx, table: string, entries: readonly { place: bigint }[]) {
  const wanted = JSON.stringify(entries.map(({ place }) => Number(place)));
  const rows = await tx.$queryRaw<{ place: number | bigint }[]>`
    SELECT "place" FROM ${Prisma.raw(`"${table}"`)} WHERE "place" IN (SELECT "value" FROM json_each(${wanted}))`;
  return rows.map(({ place }) => BigInt(place));
}
