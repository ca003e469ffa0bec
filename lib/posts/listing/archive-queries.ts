import 'server-only';
import { readDb } from '@/lib/database/db';
import { Prisma } from '@/prisma/generated/sqlite/client';
import { groupByYear, monthsBetween, spanOf, type ArchiveYear, type Month } from './archive';
import { publicSql, publicWhere } from '../visibility';

/** Months per statement: SQLite allows at most 500 parts in a UNION. */
const MAX_MONTHS = 120;

/** The number of public posts per year and month, in the site's time zone. */
export async function countArchive(timeZone: string): Promise<ArchiveYear[]> {
  const [first, last] = await Promise.all([endOfTime('asc'), endOfTime('desc')]);
  if (!first || !last) return [];
  const months = monthsBetween(first, last, timeZone);
  const counts: number[] = [];
  for (let from = 0; from < months.length; from += MAX_MONTHS) {
    counts.push(...(await countMonths(months.slice(from, from + MAX_MONTHS), timeZone)));
  }
  return groupByYear(months.map((month, index) => ({ ...month, count: counts[index] ?? 0 })));
}

async function endOfTime(direction: 'asc' | 'desc') {
  const row = await readDb.post.findFirst({
    where: { type: 'post', ...publicWhere() },
    orderBy: { publishAt: direction },
    select: { publishAt: true },
  });
  return row?.publishAt;
}

// Databases lack the site's time zone: each month is counted between two instants, from the index only.
async function countMonths(months: Month[], timeZone: string) {
  const now = new Date();
  const parts = months.map(({ year, month }, index) => {
    const { from, to } = spanOf(year, month, timeZone);
    return Prisma.sql`SELECT ${index} + 0 AS "place", COUNT(*) AS "count" FROM "Post" p
      WHERE "type" = 'post' AND "publishAt" >= ${from} AND "publishAt" < ${to} AND ${publicSql(now)}`;
  });
  const rows = await readDb.$queryRaw<{ place: number | bigint; count: number | bigint }[]>`
    ${Prisma.join(parts, ' UNION ALL ')}`;
  const counts = months.map(() => 0);
  for (const { place, count } of rows) counts[Number(place)] = Number(count);
  return counts;
}
