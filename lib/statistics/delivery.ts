import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import type { Goal } from '@/lib/slots/line-item';
import { opportunitiesIn, progressOf, type Delivery } from '@/lib/slots/pacing';
import { dayLabel } from '@/lib/time/dates';
import { hourOf } from './tally';

const DAY_MS = 24 * 60 * 60 * 1000;

type Counted = { id: string; slotId: string; goal: Goal };
type Window = { timeZone: string; now?: Date };

/** What line items of one or several slots delivered in the unit of their goals, by their ids. */
export async function readDelivery(items: readonly Counted[], { timeZone, now = new Date() }: Window) {
  if (items.length === 0) return new Map<string, Delivery>();
  const slotIds = [...new Set(items.map(({ slotId }) => slotId))];
  const counts = { served: true, viewable: true, clicks: true } as const;
  const [contents, totals, hours] = await Promise.all([
    readDb.creative.findMany({
      where: { lineItemId: { in: items.map(({ id }) => id) } },
      select: { id: true, lineItemId: true },
    }),
    readDb.slotStatistic.groupBy({ by: ['creativeId'], where: { slotId: { in: slotIds } }, _sum: counts }),
    readDb.slotStatistic.findMany({
      where: { slotId: { in: slotIds }, period: 'hour', bucket: { gte: hourOf(now.getTime() - DAY_MS) } },
      select: { slotId: true, creativeId: true, bucket: true, eligible: true, ...counts },
    }),
  ]);
  const today = dayLabel(now, timeZone);
  const isToday = (bucket: string) => dayLabel(new Date(`${bucket}:00Z`), timeZone) === today;
  return new Map(
    items.map(({ id, slotId, goal }) => {
      const own = new Set(contents.filter(({ lineItemId }) => lineItemId === id).map((content) => content.id));
      const unit = unitOf(goal);
      const total = totals.filter(({ creativeId }) => own.has(creativeId)).map(({ _sum }) => _sum[unit] ?? 0);
      const ofToday = hours.filter(({ creativeId, bucket }) => own.has(creativeId) && isToday(bucket));
      const delivery: Delivery = {
        total: sum(total),
        today: sum(ofToday.map((row) => row[unit])),
        opportunities: opportunitiesIn(byHour(hours.filter((row) => row.slotId === slotId)), now),
      };
      return [id, delivery] as const;
    }),
  );
}

type Sold = Counted & { creative: { startsAt: Date | null; endsAt: Date | null } | null };

/** How far the line items with a goal are, by their ids. */
export async function readProgress(actor: Actor, items: readonly Sold[], { timeZone, now = new Date() }: Window) {
  requireCapability(actor, 'slots.edit');
  const sold = items.filter(({ goal }) => goal.kind !== 'none');
  const delivered = await readDelivery(sold, { timeZone, now });
  return new Map(
    sold.flatMap(({ id, goal, creative }) => {
      const { startsAt = null, endsAt = null } = creative ?? {};
      const progress = progressOf({ goal, startsAt, endsAt }, delivered.get(id) ?? { total: 0 }, now);
      return progress ? [[id, progress] as const] : [];
    }),
  );
}

function unitOf({ kind }: Goal) {
  return kind === 'viewable' || kind === 'clicks' ? kind : 'served';
}

function byHour(rows: readonly { bucket: string; eligible: number }[]) {
  const boxes = new Map<string, number>();
  for (const { bucket, eligible } of rows) boxes.set(bucket, (boxes.get(bucket) ?? 0) + eligible);
  return boxes;
}

function sum(numbers: readonly number[]) {
  return numbers.reduce((total, number) => total + number, 0);
}
