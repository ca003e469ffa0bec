import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { validated } from '@/lib/forms/validation';
import { contentOf, creativeDraftSchema, hashContent } from './creative';
import type { Placement } from './placements';
import { insertNamedSlot } from './own-slots';
import { fieldAt, slotSettingsSchema, type SlotSettings } from './slot';
import { storeVersion } from './versions';

type PausedSlot = { name: string; placement: Placement; settings: SlotSettings; code: string };

/**
 * Adds a slot that shows its code nowhere until somebody enables it. If a slot has this code already, nothing is added,
 * and the answer is the name of that one.
 */
export async function createPausedSlot(actor: Actor, { name, placement, settings, code }: PausedSlot) {
  const editor = requireCapability(actor, 'slots.edit');
  const { position, rules, ...columns } = validated(slotSettingsSchema, settings, fieldAt);
  const always = { startsAt: null, endsAt: null };
  const creative = validated(creativeDraftSchema, { kind: 'code', code, isolation: 'sandboxed', ...always }, fieldAt);
  const known = await findSlotWith(hashContent(contentOf(creative)));
  if (known) return { heldBy: known.name };
  return transaction(async (tx) => {
    const stored = { position: JSON.stringify(position), rules: JSON.stringify(rules), createdAt: new Date() };
    const slot = await insertNamedSlot(tx, { placement, name, enabled: false, ...columns, ...stored });
    const version = await storeVersion(tx, editor, { slotId: slot.id, lineItemId: slot.id, creative });
    await tx.lineItem.update({ where: { id: slot.id }, data: { creativeId: version.id }, select: { id: true } });
    const details = { from: '', to: version.id };
    emit(tx, { type: 'slot.changed', actorId: editor.id, slotId: slot.id, change: 'saved', details });
    return slot;
  });
}

async function findSlotWith(hash: string) {
  const found = await readDb.creative.findFirst({
    where: { hash, kind: 'code' },
    select: { slot: { select: { name: true } } },
  });
  return found?.slot ?? null;
}
