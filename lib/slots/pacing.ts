import { shortDay } from '@/lib/time/site-time';
import type { Goal } from './line-item';

const HOUR_MS = 60 * 60 * 1000;
/** What browsers may still show after a count reached us: until they ask for the choice again. */
const LAG_MS = 10 * 60 * 1000;
/** Behind by less than a tenth is no news. */
const TOLERANCE = 0.9;

/** Even is a little early: the last hours may be those of the night. */
const LEAD_MS = 3 * HOUR_MS;
const MAX_LEAD = 1 / 8;
/** Of an hour that has just begun, the first moments say little. */
const MIN_ELAPSED_MS = 60_000;

/** Boxes an hour in which a line item could have been shown, of late and in the busiest hour of the last day. */
export type Opportunities = { recent: number; busiest: number };
/** What became of a line item so far, in the unit of its goal. */
export type Delivery = { total: number; today: number; opportunities: Opportunities };
type Run = { goal: Goal; startsAt: Date | null; endsAt: Date | null };

/** Whether a line item has to be held back. */
export function isPaced({ kind, daily }: Goal) {
  return kind !== 'none' || daily > 0;
}

/** The part of readers who may get a line item now, so that it reaches its goal at its end and not much sooner. */
export function shareNow({ goal, startsAt, endsAt }: Run, delivery: Delivery, now: Date): number {
  const left = [
    ...(goal.kind === 'none' ? [] : [goal.amount - delivery.total]),
    ...(goal.daily > 0 ? [goal.daily - delivery.today] : []),
  ];
  if (left.some((amount) => amount <= 0)) return 0;
  const { recent, busiest } = delivery.opportunities;
  const shareOf = (amount: number, perHour: number, ms: number) => (amount * HOUR_MS) / (ms * Math.max(1, perHour));
  const shares = left.map((amount) => shareOf(amount, busiest, LAG_MS));
  if (goal.kind !== 'none' && goal.pace === 'even' && startsAt && endsAt) {
    const lead = Math.min(LEAD_MS, MAX_LEAD * (endsAt.getTime() - startsAt.getTime()));
    const due = dueBy({ goal, startsAt, endsAt }, new Date(now.getTime() + lead)) - delivery.total;
    shares.push(shareOf(due, recent, Math.min(HOUR_MS, lead)));
  }
  return Math.max(0, Math.min(1, ...shares));
}

/** From the boxes of the last day, by the hour in which each began ("2026-11-27T21", in UTC). */
export function opportunitiesIn(boxes: ReadonlyMap<string, number>, now: Date): Opportunities {
  const hour = (at: number) => new Date(at).toISOString().slice(0, 13);
  const elapsed = Math.max(MIN_ELAPSED_MS, now.getTime() % HOUR_MS);
  const current = ((boxes.get(hour(now.getTime())) ?? 0) * HOUR_MS) / elapsed;
  const recent = Math.max(current, boxes.get(hour(now.getTime() - HOUR_MS)) ?? 0);
  return { recent, busiest: Math.max(recent, ...boxes.values()) };
}

/** What an even delivery has reached by a moment. */
export function dueBy({ goal, startsAt, endsAt }: Run, moment: Date) {
  if (!startsAt || !endsAt) return 0;
  const part = (moment.getTime() - startsAt.getTime()) / (endsAt.getTime() - startsAt.getTime());
  return goal.amount * Math.min(1, Math.max(0, part));
}

export type Progress = {
  kind: Exclude<Goal['kind'], 'none'>;
  reached: number;
  amount: number;
  /** What an even delivery would have reached by now; null if it is not behind. */
  due: number | null;
  startsAt: Date | null;
};

/** How far a line item is, for its manager; null without a goal. */
export function progressOf(run: Run, { total }: Pick<Delivery, 'total'>, now: Date): Progress | null {
  const { kind, amount, pace } = run.goal;
  if (kind === 'none') return null;
  const due = pace === 'even' ? dueBy(run, now) : 0;
  const isBehind = total < amount && total < due * TOLERANCE;
  return { kind, reached: total, amount, due: isBehind ? Math.round(due) : null, startsAt: run.startsAt };
}

/** The same as a sentence, for the admin. */
export function progressSentence({ kind, reached, amount, due, startsAt }: Progress) {
  const written = (count: number) => Math.round(count).toLocaleString('en');
  const part = Math.floor((100 * reached) / amount);
  const sentence = `${written(reached)} of ${written(amount)} ${goalNames[kind]} (${part} %).`;
  if (due === null) return sentence;
  const since = startsAt ? shortDay(startsAt, 'UTC') : '';
  return `${sentence} Behind pace: ${written(due)} were due by now, counted evenly from ${since}.`;
}

const goalNames = { impressions: 'impressions', viewable: 'viewable impressions', clicks: 'clicks' };
