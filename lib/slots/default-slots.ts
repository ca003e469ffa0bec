import 'server-only';
import { readDb, db } from '@/lib/database/db';
import { placementFacts, placements, shippedSlotId, type Placement } from './placements';
import { defaultSlotSettings } from './slot';

/** Creates an empty, enabled slot for every default placement that has none. */
export async function createDefaultSlots() {
  const present = await readDb.slot.findMany({ distinct: ['placement'], select: { placement: true } });
  const missing = placements.filter((placement) => !present.some((slot) => slot.placement === placement));
  for (const placement of missing) {
    const row = {
      ...slotRowOf(placement),
      // The id is made of the placement's, so that concurrent starts create one slot.
      id: shippedSlotId(placement),
      name: placementFacts[placement].name,
      sortOrder: placements.indexOf(placement),
    };
    // A no-op update makes this a single statement; an empty one would be a select and an insert.
    await db.slot.upsert({ where: { id: row.id }, create: row, update: { placement }, select: { id: true } });
    const first = { id: row.id, slotId: row.id, name: row.name, createdAt: row.createdAt };
    await db.lineItem.upsert({
      where: { id: row.id },
      create: first,
      update: { slotId: row.id },
      select: { id: true },
    });
  }
  return missing.length;
}

/** The columns of a new, empty slot. */
export function slotRowOf(placement: Placement) {
  const { position, rules, ...settings } = defaultSlotSettings(placement);
  return {
    placement,
    ...settings,
    position: JSON.stringify(position),
    rules: JSON.stringify(rules),
    createdAt: new Date(),
  };
}
