import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { dayLabel } from '@/lib/time/dates';
import { daysUntil } from './queries';
import { hourOf, type SlotRow } from './tally';

const DAY_MS = 24 * 60 * 60 * 1000;

export type SlotCounts = Pick<SlotRow, 'eligible' | 'served' | 'viewable' | 'clicks'>;
export type SlotDay = SlotCounts & { day: string };
export type SlotFigures = {
  days: SlotDay[];
  total: SlotCounts;
  /** By the version's id, and by device. */
  byContent: Map<string, SlotCounts>;
  byDevice: Map<string, SlotCounts>;
  bySlot: Map<string, SlotCounts>;
};

/** Of which slot, version and device; of all where nothing is said. */
export type SlotFilter = { slotId?: string; creativeId?: string; device?: string };

type Window = { timeZone: string; now?: Date };

/** What became of one slot in the last days, by day of the site's time zone, by content and by device. */
export function readSlotFigures(actor: Actor, slotId: string, window: Window): Promise<SlotFigures> {
  return readFigures(actor, { slotId }, window);
}

/** The same of all slots, or of a part of what was counted. */
export async function readFigures(actor: Actor, filter: SlotFilter, window: Window): Promise<SlotFigures> {
  requireCapability(actor, 'slots.edit');
  const days = daysUntil(window);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const columns = {
    bucket: true,
    slotId: true,
    creativeId: true,
    device: true,
    eligible: true,
    served: true,
    viewable: true,
    clicks: true,
  };
  const [hours, rolled] = await Promise.all([
    readDb.slotStatistic.findMany({
      where: { ...filter, period: 'hour', bucket: { gte: hourOf(Date.parse(`${first}T00:00Z`) - DAY_MS) } },
      select: columns,
    }),
    readDb.slotStatistic.findMany({
      where: { ...filter, period: 'day', bucket: { gte: first, lte: last } },
      select: columns,
    }),
  ]);
  const rows = [
    ...hours.map((row) => ({ ...row, bucket: dayLabel(new Date(`${row.bucket}:00Z`), window.timeZone) })),
    ...rolled,
  ].filter(({ bucket }) => bucket >= first);
  const byDay = sumsBy(rows, ({ bucket }) => bucket);
  return {
    days: days.map((day) => ({ day, ...(byDay.get(day) ?? none) })),
    total: sumsBy(rows, () => '').get('') ?? none,
    byContent: sumsBy(rows, ({ creativeId }) => creativeId),
    byDevice: sumsBy(rows, ({ device }) => device),
    bySlot: sumsBy(rows, ({ slotId }) => slotId),
  };
}

const none: SlotCounts = { eligible: 0, served: 0, viewable: 0, clicks: 0 };

function sumsBy<Row extends SlotCounts>(rows: readonly Row[], keyOf: (row: Row) => string) {
  const sums = new Map<string, SlotCounts>();
  for (const row of rows) {
    const sum = sums.get(keyOf(row)) ?? none;
    sums.set(keyOf(row), {
      eligible: sum.eligible + row.eligible,
      served: sum.served + row.served,
      viewable: sum.viewable + row.viewable,
      clicks: sum.clicks + row.clicks,
    });
  }
  return sums;
}
