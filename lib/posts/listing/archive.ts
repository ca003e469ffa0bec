import { dayIn, startOfMonth } from '@/lib/time/dates';

export type Month = { year: number; month: number };
export type ArchiveYear = { year: number; count: number; months: { month: number; count: number }[] };

/** A year in a URL: four digits from 1000 to 9999, or null. */
export function parseYear(text: string) {
  return /^[1-9]\d{3}$/.test(text) ? Number(text) : null;
}

/** A month in a URL: two digits from 01 to 12, or null. */
export function parseMonth(text: string) {
  return /^(0[1-9]|1[0-2])$/.test(text) ? Number(text) : null;
}

/** When a year, or one month of it, begins and ends in the site's time zone. */
export function spanOf(year: number, month: number | null, timeZone: string) {
  const from = startOfMonth(year, month ?? 1, timeZone);
  const to = month ? startOfMonth(year, month + 1, timeZone) : startOfMonth(year + 1, 1, timeZone);
  return { from, to };
}

/** All months from that of `first` to that of `last`, in the site's time zone. */
export function monthsBetween(first: Date, last: Date, timeZone: string): Month[] {
  const from = dayIn(first, timeZone);
  const to = dayIn(last, timeZone);
  const months: Month[] = [];
  for (let index = from.year * 12 + from.month - 1; index <= to.year * 12 + to.month - 1; index += 1) {
    months.push({ year: Math.floor(index / 12), month: (index % 12) + 1 });
  }
  return months;
}

/** Groups months by year, newest first; empty ones are left out. */
export function groupByYear(months: (Month & { count: number })[]): ArchiveYear[] {
  const years = Map.groupBy(
    months.filter(({ count }) => count > 0),
    ({ year }) => year,
  );
  return [...years]
    .map(([year, ofYear]) => ({
      year,
      count: ofYear.reduce((sum, { count }) => sum + count, 0),
      months: ofYear.map(({ month, count }) => ({ month, count })).sort((a, b) => b.month - a.month),
    }))
    .sort((a, b) => b.year - a.year);
}
