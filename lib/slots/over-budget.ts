import 'server-only';
import { readDb, type Tx } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { isDisabled, pauseVersion } from './pausing';

type Content = { slotId: string; creativeId: string };

export type Evidence = { measure: string; budget: number; readers: number; over: number; beganAt: Date };

/** Disables code that costs readers more than the budget, with the evidence. Returns whether it did. */
export async function pauseWithEvidence(tx: Tx, content: Content, evidence: Evidence, now: Date) {
  const { measure, budget, readers, over } = evidence;
  const details = { over: measure, budget, readers, readersOver: over };
  const paused = await pauseVersion(tx, { ...content, details });
  if (!paused) return false;
  await tx.slotPause.create({
    data: { id: newId(), ...content, ...paused, ...evidence, pausedAt: now },
    select: { id: true },
  });
  return true;
}

/** Somebody enables a slot, or a line item, knowing what it costs: what was measured before counts no more against it. */
export function acceptCosts(tx: Tx, { slotId, lineItemId }: { slotId: string; lineItemId: string | null }) {
  return tx.slotPause.updateMany({
    where: { slotId, lineItemId, resumedAt: null },
    data: { resumedAt: new Date() },
  });
}

export type BudgetPause = Evidence & {
  id: string;
  version: number;
  /** What was disabled: this line item, or the slot if null. */
  lineItem: { id: string; name: string } | null;
  pausedAt: Date;
  resumedAt: Date | null;
  /** It waits for a decision: nobody enabled it since, and no other content took its place. */
  isOpen: boolean;
};

const MAX_LISTED = 10;

/** When code of a slot was disabled over its budget, newest first. */
export async function listBudgetPauses(slotId: string): Promise<BudgetPause[]> {
  const rows = await readDb.slotPause.findMany({
    where: { slotId },
    orderBy: [{ pausedAt: 'desc' }, { id: 'desc' }],
    take: MAX_LISTED,
    select: {
      ...evidenceFields,
      id: true,
      lineItemId: true,
      creative: {
        select: { version: true, liveOn: { select: { enabled: true, slot: { select: { enabled: true } } } } },
      },
    },
  });
  const items = await readDb.lineItem.findMany({
    where: { slotId, id: { in: rows.flatMap(({ lineItemId }) => lineItemId ?? []) } },
    select: { id: true, name: true },
  });
  return rows.map(({ lineItemId, creative, ...row }) => ({
    ...row,
    version: creative.version,
    isOpen: row.resumedAt === null && creative.liveOn !== null && !isGiven(creative.liveOn),
    lineItem: items.find(({ id }) => id === lineItemId) ?? null,
  }));
}

/** The slot that was disabled last over its budget and waits for a decision. */
export async function findSlotOverBudget() {
  const row = await readDb.slotPause.findFirst({
    where: { resumedAt: null, creative: { is: isDisabled } },
    orderBy: { pausedAt: 'desc' },
    select: { ...evidenceFields, creative: { select: { slot: { select: { id: true, name: true } } } } },
  });
  return row && { ...row, slot: row.creative.slot };
}

function isGiven({ enabled, slot }: { enabled: boolean; slot: { enabled: boolean } }) {
  return enabled && slot.enabled;
}

const evidenceFields = {
  measure: true,
  budget: true,
  readers: true,
  over: true,
  beganAt: true,
  pausedAt: true,
  resumedAt: true,
} as const;
