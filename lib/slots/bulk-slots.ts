import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { together } from '@/lib/events/emit';
import { AppError } from '@/lib/platform/errors';
import { switchSlot } from './saving';

/** Enables or disables each slot that is not yet, independently: what one of them refuses does not stop the others. */
export async function switchSlots(
  actor: Actor,
  { ids, enabled }: { ids: readonly string[]; enabled: boolean },
): Promise<{ done: string[]; failed: string[] }> {
  requireCapability(actor, 'slots.edit');
  const others = { id: { in: [...ids] }, enabled: !enabled };
  const slots = await readDb.slot.findMany({ where: others, orderBy: { id: 'asc' }, select: { id: true, name: true } });
  return together(async () => {
    const result = { done: [] as string[], failed: [] as string[] };
    for (const { id, name } of slots) {
      try {
        await switchSlot(actor, { slotId: id, enabled });
        result.done.push(id);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        result.failed.push(`${name}: ${error.message}`);
      }
    }
    return result;
  });
}
