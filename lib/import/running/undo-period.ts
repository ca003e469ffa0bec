import { dayLabel } from '@/lib/time/dates';

const UNDO_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

export type UndoPeriod = { until: Date; isOver: boolean };

/** How long an import can be undone: thirty days, and the last one to its end in the time zone of the site. */
export function undoPeriodOf(
  { createdAt, finishedAt }: { createdAt: Date; finishedAt: Date | null },
  { timeZone, now }: { timeZone: string; now: Date },
): UndoPeriod {
  const until = new Date((finishedAt ?? createdAt).getTime() + UNDO_DAYS * DAY_MS);
  return { until, isOver: dayLabel(now, timeZone) > dayLabel(until, timeZone) };
}
