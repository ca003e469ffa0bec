import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { db, readDb, transaction } from '@/lib/database/db';
import { getSettings } from '@/lib/settings/queries';
import {
  assess,
  budgetMeasures,
  costMeasures,
  HEALTH_DAYS,
  type BudgetMeasure,
  type CostClasses,
  type CostMeasure,
} from '@/lib/slots/health';
import { pauseWithEvidence } from '@/lib/slots/over-budget';
import { dayLabel } from '@/lib/time/dates';
import { daysUntil } from './queries';
import type { SlotFilter } from './slot-queries';
import { hourOf } from './tally';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const RETENTION_MS = 35 * DAY_MS;

/** Disables those of these contents that cost too many readers of the last days more than the budget. */
export async function pauseOverBudget(creativeIds: readonly string[], now = new Date()) {
  const { shiftBudget, taskBudget } = await getSettings();
  const budgets = { shift: shiftBudget, task: taskBudget };
  if (Object.values(budgets).every((budget) => budget === 0)) return;
  for (const creative of await findAssessed(creativeIds)) {
    const since = assessedSince(creative.pauses[0]?.resumedAt ?? null, now);
    const classes = await readClasses(creative.id, since);
    const measure = budgetMeasures.find((each) => assess(each, classes[each], budgets[each]).isOver);
    if (!measure) continue;
    const { readers, over } = assess(measure, classes[measure], budgets[measure]);
    const evidence = { measure, budget: budgets[measure], readers, over, beganAt: since };
    await transaction((tx) =>
      pauseWithEvidence(tx, { slotId: creative.slotId, creativeId: creative.id }, evidence, now),
    );
  }
}

/** Code that readers get now. */
function findAssessed(creativeIds: readonly string[]) {
  return readDb.creative.findMany({
    where: {
      id: { in: [...creativeIds] },
      kind: 'code',
      liveOn: { is: { enabled: true, slot: { is: { enabled: true } } } },
    },
    select: {
      id: true,
      slotId: true,
      pauses: {
        where: { resumedAt: { not: null } },
        orderBy: { resumedAt: 'desc' },
        take: 1,
        select: { resumedAt: true },
      },
    },
  });
}

// From the hour after somebody resumed it: they knew what was measured before.
function assessedSince(resumedAt: Date | null, now: Date) {
  const earliest = Math.floor((now.getTime() - HEALTH_DAYS * DAY_MS) / HOUR_MS) * HOUR_MS;
  const afterResuming = resumedAt ? (Math.floor(resumedAt.getTime() / HOUR_MS) + 1) * HOUR_MS : 0;
  return new Date(Math.max(earliest, afterResuming));
}

type Classes = Record<BudgetMeasure, CostClasses>;

async function readClasses(creativeId: string, since: Date): Promise<Classes> {
  const rows = await readDb.slotHealth.groupBy({
    by: ['measure', 'step'],
    where: { creativeId, bucket: { gte: hourOf(since.getTime()) }, measure: { in: [...budgetMeasures] } },
    _sum: { count: true },
  });
  const of = (measure: BudgetMeasure) =>
    new Map(rows.filter((row) => row.measure === measure).map(({ step, _sum }) => [step, _sum.count ?? 0]));
  return { shift: of('shift'), task: of('task') };
}

export type Costs = Record<CostMeasure, CostClasses>;
export type SlotHealth = {
  /** Of the last days that are shown, oldest first. */
  days: { day: string; costs: Costs }[];
  total: Costs;
  byContent: Map<string, Costs>;
  byDevice: Map<string, Costs>;
  bySlot: Map<string, Costs>;
};

/** What the code of slots cost readers in the last days. */
export async function readSlotHealth(
  actor: Actor,
  filter: SlotFilter,
  window: { timeZone: string; now?: Date },
): Promise<SlotHealth> {
  requireCapability(actor, 'slots.edit');
  const days = daysUntil(window);
  const rows = await readDb.slotHealth.findMany({
    where: {
      ...filter,
      bucket: { gte: hourOf(Date.parse(`${days[0] ?? ''}T00:00Z`) - DAY_MS) },
    },
    select: { bucket: true, slotId: true, creativeId: true, device: true, measure: true, step: true, count: true },
  });
  const byDay = Map.groupBy(rows, ({ bucket }) => dayLabel(new Date(`${bucket}:00Z`), window.timeZone));
  const grouped = (keyOf: (row: (typeof rows)[number]) => string) =>
    new Map([...Map.groupBy(rows, keyOf)].map(([key, group]) => [key, costsOf(group)]));
  return {
    days: days.map((day) => ({ day, costs: costsOf(byDay.get(day) ?? []) })),
    total: costsOf(rows),
    byContent: grouped(({ creativeId }) => creativeId),
    byDevice: grouped(({ device }) => device),
    bySlot: grouped(({ slotId }) => slotId),
  };
}

/** Removes what was measured more than 35 days ago. */
export async function deleteOldHealth(now = new Date()) {
  await db.slotHealth.deleteMany({ where: { bucket: { lt: hourOf(now.getTime() - RETENTION_MS) } } });
}

function costsOf(rows: readonly { measure: string; step: number; count: number }[]) {
  const costs: Record<CostMeasure, Map<number, number>> = {
    shift: new Map(),
    task: new Map(),
    failed: new Map(),
    bytes: new Map(),
  };
  for (const { measure, step, count } of rows) {
    const classes = costMeasures.find((each) => each === measure);
    if (classes) costs[classes].set(step, (costs[classes].get(step) ?? 0) + count);
  }
  return costs;
}
