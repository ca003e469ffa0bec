import 'server-only';
import { readDb } from '@/lib/database/db';

/** The slots that a spot in a text may refer to, in their order. Authors see their names only. */
export function listSpotSlots() {
  return readDb.slot.findMany({
    where: { placement: 'in-article' },
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });
}
