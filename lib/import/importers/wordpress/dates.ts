import type { ClockSample } from '../../site-settings/time-zones';

/** The same limit as the editor's. */
const EARLIEST_YEAR = 1900;
const MAX_FUTURE_MONTHS = 36;
const pattern = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?/;

/** Parses "2013-01-11 20:22:19" as UTC; null for WordPress's zero date and invalid dates. */
export function readDate(text: string): Date | null {
  const parts = pattern
    .exec(text.trim())
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (year < EARLIEST_YEAR || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return null;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // Rejects dates such as 31 February.
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day ? date : null;
}

export type DateFields = { local: string; gmt: string; pubDate: string };

/** The time in UTC: from the GMT field, else local time and offset, else pubDate. */
export function readMoment({ local, gmt, pubDate }: DateFields, offsetMinutes: number): Date | null {
  const exact = readDate(gmt);
  if (exact) return exact;
  const onTheWall = readDate(local);
  if (onTheWall) return new Date(onTheWall.getTime() - offsetMinutes * 60_000);
  const published = new Date(pubDate);
  return published.getUTCFullYear() >= EARLIEST_YEAR ? published : null;
}

/** The date that cannot be read, as it is written; the zero date of WordPress is none. */
export function unreadableIn({ local, gmt }: Pick<DateFields, 'local' | 'gmt'>): string | undefined {
  return [gmt, local].find((date) => /[1-9]/.test(date) && !readDate(date));
}

/** Derives the site's UTC offset from items with both times. */
export class OffsetCount {
  readonly #seen = new Map<number, number>();
  readonly #months = new Map<string, ClockSample>();

  add({ local, gmt }: Pick<DateFields, 'local' | 'gmt'>) {
    const [onTheWall, exact] = [readDate(local), readDate(gmt)];
    if (!onTheWall || !exact) return;
    const minutes = Math.round((onTheWall.getTime() - exact.getTime()) / 60_000);
    if (Math.abs(minutes) > 14 * 60) return;
    this.#seen.set(minutes, (this.#seen.get(minutes) ?? 0) + 1);
    const month = exact.toISOString().slice(0, 7);
    if (!this.#months.has(month)) this.#months.set(month, { moment: exact, minutes });
  }

  get samples() {
    return [...this.#months]
      .toSorted(([a], [b]) => b.localeCompare(a))
      .slice(0, MAX_FUTURE_MONTHS)
      .map(([, sample]) => sample);
  }

  /** The most frequent offset in minutes; 0 if unknown. */
  get minutes() {
    return [...this.#seen].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  }
}
