import { fromWallClock } from './site-time';

export const seriesUnits = ['hours', 'days', 'weeks'] as const;

type Series = { start: string; every: number; unit: (typeof seriesUnits)[number] };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** So many moments from a wall-clock time on. Days and weeks later it is the same time of day, whatever clocks did. */
export function seriesFrom({ start, every, unit }: Series, count: number, timeZone: string): Date[] | null {
  const { moment } = fromWallClock(start, timeZone);
  if (!moment) return null;
  const places = Array.from({ length: count }, (_, at) => at * every);
  if (unit === 'hours') return places.map((hours) => new Date(moment.getTime() + hours * HOUR_MS));
  const days = unit === 'weeks' ? 7 : 1;
  const asUtc = Date.parse(`${start.trim().slice(0, 16)}:00Z`);
  const moments = places.map((place) => {
    const wallClock = new Date(asUtc + place * days * DAY_MS).toISOString().slice(0, 16);
    return fromWallClock(wallClock, timeZone).moment;
  });
  return moments.flatMap((each) => each ?? []);
}
