import { fromWallClock } from '@/lib/time/site-time';

/** The same limit as the editor's. */
const EARLIEST_YEAR = 1900;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const time = String.raw`(?:[T\s,]+(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d{1,9})?)?)?\s*(?<half>[AP]\.?M\.?)?`;
const zone = String.raw`\s*(?<zone>Z|UTC?|GMT|[ECMP][SD]T|[+-]\d\d(?::?\d\d)?)?(?:\s*\([^)]{0,40}\))?$`;
const forms = [
  String.raw`^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})`,
  String.raw`^(?:[a-z]{2,9},?\s+)?(?<day>\d{1,2})[\s-]+(?<name>[a-z]{3,9})\.?[\s,-]+(?<year>\d{4}|\d\d)`,
  String.raw`^(?:[a-z]{2,9},\s*)?(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})`,
  String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})`,
].map((date) => new RegExp(date + time + zone, 'i'));
const namedOffsets: Record<string, number> = { e: -300, c: -360, m: -420, p: -480 };

/**
 * A moment as people and programs write it: "2021-9-1", "Jul 08 2022", "Wed, 02 Oct 2002 08:00:00 EST", "7/1/2003 04:05:06 PM".
 * By the clock of `timeZone` unless it names an offset. Null for anything else, and for what cannot have been.
 */
export function readLooseDate(value: unknown, timeZone = 'UTC'): Date | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
  if (typeof value === 'number' && value > 100_000_000)
    return new Date(value < 100_000_000_000 ? value * 1_000 : value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const found = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  return found ? momentOf(found, timeZone) : null;
}

function momentOf(parts: Record<string, string | undefined>, timeZone: string): Date | null {
  const given = Number(parts.year);
  // Two digits in feeds of the first years.
  const year = (parts.year ?? '').length === 2 ? given + (given < 70 ? 2_000 : 1_900) : given;
  const month = parts.name ? months.indexOf(parts.name.slice(0, 3).toLowerCase()) + 1 : Number(parts.month);
  const day = Number(parts.day);
  const hour = hourOf(Number(parts.hour ?? 0), parts.half ?? '');
  const [minute, second] = [Number(parts.minute ?? 0), Number(parts.second ?? 0)];
  if (year < EARLIEST_YEAR || year > 9_999 || month < 1 || month > 12) return null;
  if (hour > 23 || minute > 59 || second > 60 || day < 1) return null;
  const asUtc = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // Rejects dates such as 31 February.
  if (asUtc.getUTCDate() !== day) return null;
  if (parts.zone) return new Date(asUtc.getTime() - offsetOf(parts.zone) * 60_000);
  const { moment } = fromWallClock(asUtc.toISOString().slice(0, 19), timeZone);
  return moment && new Date(moment.getTime() + second * 1_000);
}

function hourOf(hour: number, half: string) {
  if (half === '') return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function offsetOf(name: string) {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(name) ?? [];
  if (sign) return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const named = /^([ECMP])([SD])T$/i.exec(name);
  return named ? (namedOffsets[named[1]!.toLowerCase()] ?? 0) + (/d/i.test(named[2]!) ? 60 : 0) : 0;
}
