import { dayLabel } from '@/lib/time/dates';

const DAY_MS = 24 * 60 * 60 * 1000;
const USUAL_DAYS = 30;
/** Older days are kept as months (lib/upkeep/statistics.ts). */
const KEPT_DAYS = 396;

/** The first and the last day, in the site's calendar. */
export type ReportRange = { from: string; until: string };
type Typed = { from: string; until: string };

/** The days that a reader of a report asked for; what cannot be is replaced, and `problem` says so. */
export function reportRange(
  { from, until }: Typed,
  { timeZone, now }: { timeZone: string; now: Date },
): ReportRange & { problem: string | null } {
  const today = dayLabel(now, timeZone);
  const usual = { from: daysBefore(today, USUAL_DAYS - 1), until: today };
  if (![from, until].every((day) => day === '' || isDay(day))) {
    return { ...usual, problem: 'Enter days such as 2026-11-28. Shown are the last 30 days.' };
  }
  const last = until === '' || until > today ? today : until;
  const first = from || daysBefore(last, USUAL_DAYS - 1);
  if (first > last) return { ...usual, problem: 'The first day is after the last. Shown are the last 30 days.' };
  const earliest = daysBefore(today, KEPT_DAYS - 1);
  if (last < earliest) return { ...usual, problem: `${keptSince(earliest)} Shown are the last 30 days.` };
  if (first < earliest) return { from: earliest, until: last, problem: keptSince(earliest) };
  return { from: first, until: last, problem: null };
}

/** The days of a range, oldest first. */
export function daysOf({ from, until }: ReportRange) {
  const days = [];
  for (let day = from; day <= until; day = daysBefore(day, -1)) days.push(day);
  return days;
}

function keptSince(earliest: string) {
  return `Figures by day go back to ${earliest}.`;
}

function daysBefore(day: string, count: number) {
  return new Date(Date.parse(`${day}T12:00Z`) - count * DAY_MS).toISOString().slice(0, 10);
}

function isDay(typed: string) {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(typed)) return false;
  const at = Date.parse(`${typed}T12:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === typed;
}
