export type DateStyle = { language: string; timeZone: string };

type Day = { year: number; month: number; day: number };

const formatters = new Map<string, Intl.DateTimeFormat>();

export function formatDay(date: Date, style: DateStyle) {
  return formatter('day', style, { dateStyle: 'long' }).format(date);
}

export function formatMoment(date: Date, style: DateStyle) {
  return formatter('moment', style, { dateStyle: 'long', timeStyle: 'short' }).format(date);
}

/** "November 2026"; independent of the time zone. */
export function formatMonth(month: { year: number; month: number }, language: string) {
  const format = formatter('month', { language, timeZone: 'UTC' }, { month: 'long', year: 'numeric' });
  return format.format(Date.UTC(month.year, month.month - 1, 1));
}

export function formatMonthName(month: number, language: string) {
  return formatter('name', { language, timeZone: 'UTC' }, { month: 'long' }).format(Date.UTC(2026, month - 1, 1));
}

/** ISO 8601 with the zone's own offset, "2026-11-23T09:41:00+01:00": what machines read beside a local date. */
export function isoWithOffset(date: Date, timeZone: string) {
  const minutes = Math.round(offsetAt(date, timeZone) / 60_000);
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${local}${minutes < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(rest)}`;
}

export function dayIn(date: Date, timeZone: string): Day {
  const local = new Date(date.getTime() + offsetAt(date, timeZone));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/** "2026-11-27": the day of a moment in this zone. */
export function dayLabel(date: Date, timeZone: string) {
  const { year, month, day } = dayIn(date, timeZone);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The first moment of a calendar month in this zone; month 13 is January of the next year. */
export function startOfMonth(year: number, month: number, timeZone: string) {
  const asUtc = Date.UTC(year, month - 1, 1);
  const guess = asUtc - offsetAt(new Date(asUtc), timeZone);
  // The offset may change between the two, on the day the clocks are set: ask again at the guess.
  return new Date(asUtc - offsetAt(new Date(guess), timeZone));
}

function offsetAt(date: Date, timeZone: string) {
  const format = formatter(
    'parts',
    { language: 'en-US-u-ca-iso8601', timeZone },
    {
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    },
  );
  const parts = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return local - Math.floor(date.getTime() / 1000) * 1000;
}

// Creating a formatter costs a hundred times more than using it.
function formatter(name: string, { language, timeZone }: DateStyle, options: Intl.DateTimeFormatOptions) {
  const key = `${name} ${language} ${timeZone}`;
  let known = formatters.get(key);
  if (!known) formatters.set(key, (known = new Intl.DateTimeFormat(language, { ...options, timeZone })));
  return known;
}

function twoDigits(value: number) {
  return String(value).padStart(2, '0');
}
