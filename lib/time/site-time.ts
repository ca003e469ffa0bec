const MINUTE_MS = 60_000;
const wallClock = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/;

export type WallClockReading =
  { moment: Date; note: '' | 'skipped' | 'repeated' } | { moment: null; note: 'unreadable' };

/** The instant of a wall-clock time. A skipped hour moves on, a repeated one is the first; `note` tells. */
export function fromWallClock(text: string, timeZone: string): WallClockReading {
  const parts = wallClock.exec(text.trim())?.slice(1, 6).map(Number);
  if (!parts) return { moment: null, note: 'unreadable' };
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const isReal = new Date(asUtc).toISOString().slice(0, 16) === text.trim().slice(0, 16);
  if (!isReal) return { moment: null, note: 'unreadable' };

  // The offset before and after any change of the clock nearby; no zone changes twice within two days.
  const offsets = [...new Set([-1, 1].map((days) => offsetAt(asUtc + days * 24 * 60 * MINUTE_MS, timeZone)))];
  const fitting = offsets
    .map((offset) => asUtc - offset)
    .filter((moment) => moment + offsetAt(moment, timeZone) === asUtc)
    .toSorted((a, b) => a - b);
  const [first, second] = fitting;
  if (first === undefined) return { moment: new Date(asUtc - Math.min(...offsets)), note: 'skipped' };
  return { moment: new Date(first), note: second === undefined ? '' : 'repeated' };
}

export function toWallClock(moment: Date, timeZone: string) {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 16);
}

type Short = { timeZone: string; now?: Date; language?: string };

/** "09:41" today, "24 Nov 09:00" this year, "24 Nov 2027 09:00" otherwise. */
export function shortMoment(moment: Date, { timeZone, now = new Date(), language = 'en' }: Short) {
  const local = toWallClock(moment, timeZone);
  const today = toWallClock(now, timeZone);
  const time = local.slice(11);
  if (local.slice(0, 10) === today.slice(0, 10)) return time;
  const day = new Intl.DateTimeFormat(regional(language), { day: 'numeric', month: 'short', timeZone }).format(moment);
  return local.slice(0, 4) === today.slice(0, 4) ? `${day} ${time}` : `${day} ${local.slice(0, 4)} ${time}`;
}

/** The same for each of a list; those that would read alike have their seconds. */
export function distinctMoments(moments: readonly Date[], options: Short): string[] {
  const names = moments.map((moment) => shortMoment(moment, options));
  const isAlike = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  return names.map((name, at) =>
    isAlike(name) ? `${name}:${String(moments[at]!.getUTCSeconds()).padStart(2, '0')}` : name,
  );
}

/** "24 Nov 2027". */
export function shortDay(moment: Date, timeZone: string, language = 'en') {
  const parts = { day: 'numeric', month: 'short', year: 'numeric', timeZone } as const;
  return new Intl.DateTimeFormat(regional(language), parts).format(moment);
}

/** "24 November 2027". */
export function longDay(moment: Date, timeZone: string, language = 'en') {
  return new Intl.DateTimeFormat(regional(language), { dateStyle: 'long', timeZone }).format(moment);
}

/** The admin's English is British. */
function regional(language: string) {
  return language === 'en' ? 'en-GB' : language;
}

/** The zone's name and its distance from UTC at the moment: "Europe/Vienna, UTC+01:00". */
export function zoneAt(moment: Date, timeZone: string) {
  return timeZone === 'UTC' ? 'UTC' : `${timeZone}, UTC${distanceAt(moment.getTime(), timeZone)}`;
}

/** The zone's name and its distances from UTC in the year of the moment: "Europe/Vienna (UTC+01:00/+02:00)". */
export function zoneIn(moment: Date, timeZone: string) {
  const year = moment.getUTCFullYear();
  const distances = [0, 6].map((month) => distanceAt(Date.UTC(year, month, 1), timeZone));
  return timeZone === 'UTC' ? 'UTC' : `${timeZone} (UTC${[...new Set(distances)].join('/')})`;
}

function distanceAt(moment: number, timeZone: string) {
  const minutes = offsetAt(moment, timeZone) / MINUTE_MS;
  const twoDigits = (count: number) => String(Math.trunc(count)).padStart(2, '0');
  return `${minutes < 0 ? '−' : '+'}${twoDigits(Math.abs(minutes) / 60)}:${twoDigits(Math.abs(minutes) % 60)}`;
}

/** A hint for fields with a time; takes what `zoneIn` returns. */
export function zoneHint(zone: string) {
  return `Times are in the site’s time zone, ${zone}.`;
}

/** In ms, at a moment. */
export function offsetAt(moment: number, timeZone: string) {
  const shown = Object.fromEntries(
    clockIn(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string) {
  const known = clocks.get(timeZone);
  if (known) return known;
  const numeric = '2-digit' as const;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  clocks.set(timeZone, clock);
  return clock;
}
