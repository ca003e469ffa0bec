import { dayLabel } from '@/lib/time/dates';

const UNDO_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

export type UndoPeriod = { until: Date; isOver: boolean };

type Undoable = { createdAt: Date; finishedAt: Date | null; undoForgottenAt: Date | null };

/**
 * How long an import can be undone: thirty days, and the last one to its end in the time zone of the site. What was needed
 * for it is deleted then, so that another time zone does not open it again.
 */
export function undoPeriodOf(
  { createdAt, finishedAt, undoForgottenAt }: Undoable,
  { timeZone, now }: { timeZone: string; now: Date },
): UndoPeriod {
  const until = new Date((finishedAt ?? createdAt).getTime() + UNDO_DAYS * DAY_MS);
  return { until, isOver: undoForgottenAt !== null || dayLabel(now, timeZone) > dayLabel(until, timeZone) };
}
