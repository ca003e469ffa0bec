/** The same limit as the editor's. */
const EARLIEST_YEAR = 1900;
const written =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** A moment as exports write it: ISO 8601, the same with a space (UTC), or milliseconds. Null for anything else. */
export function momentOf(value: unknown): Date | null {
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{9,14}$/.test(text)) return ofNumber(Number(text));
  return writtenMoment(text)?.moment ?? null;
}

/** A written moment with its offset from UTC in minutes, if it names one. */
export function writtenMoment(text: string): { moment: Date; minutes: number | null } | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = ''] =
    written.exec(text.trim()) ?? [];
  if (!year || !month || !day) return null;
  const parts = [year, month, day, hour, minute, second].map(Number);
  const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = parts;
  if (y < EARLIEST_YEAR || m < 1 || m > 12 || h > 23 || min > 59 || s > 60) return null;
  // Rejects dates such as 31 February.
  if (d < 1 || new Date(Date.UTC(y, m - 1, d)).getUTCDate() !== d) return null;
  const minutes = minutesOf(zone);
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { moment: new Date(Date.UTC(y, m - 1, d, h, min, s, ms) - (minutes ?? 0) * 60_000), minutes };
}

function minutesOf(zone: string) {
  if (zone === '') return null;
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return sign ? (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) : 0;
}

function ofNumber(value: number) {
  // Seconds in old files.
  const moment = new Date(Math.abs(value) < 100_000_000_000 ? value * 1_000 : value);
  const year = moment.getUTCFullYear();
  return year >= EARLIEST_YEAR && year < 10_000 ? moment : null;
}
