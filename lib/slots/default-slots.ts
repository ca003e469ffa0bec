import 'server-only';
import { readDb, db } from '@/lib/database/db';
import { placementFacts, placements } from './placements';
import { defaultSlotSettings } from './slot';

/** Gives every shipped place its slot, empty and switched on. Places that have one already are left as they are. */
export async function createDefaultSlots() {
  const present = await readDb.slot.findMany({ distinct: ['placement'], select: { placement: true } });
  const missing = placements.filter((placement) => !present.some((slot) => slot.placement === placement));
  for (const placement of missing) {
    const { position, rules, ...settings } = defaultSlotSettings(placement);
    // The id is the place's name: two processes that start at once make one slot, not two.
    const row = {
      id: `${placement}-slot`,
      placement,
      name: placementFacts[placement].name,
      ...settings,
      position: JSON.stringify(position),
      rules: JSON.stringify(rules),
      sortOrder: placements.indexOf(placement),
      createdAt: new Date(),
    };
    // An update that changes nothing makes this one statement of the database; an empty one would be a look and an insert.
    await db.slot.upsert({ where: { id: row.id }, create: row, update: { placement }, select: { id: true } });
  }
  return missing.length;
}
