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
 * Adds a slot that shows its code nowhere until somebody enables it. Null if a slot has this code already: importing twice
 * adds nothing.
 */
export async function createPausedSlot(actor: Actor, { name, placement, settings, code }: PausedSlot) {
  const editor = requireCapability(actor, 'slots.edit');
  const { position, rules, ...columns } = validated(slotSettingsSchema, settings, fieldAt);
  const always = { startsAt: null, endsAt: null };
  const creative = validated(creativeDraftSchema, { kind: 'code', code, isolation: 'sandboxed', ...always }, fieldAt);
  if (await hasVersion(hashContent(contentOf(creative)))) return null;
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

async function hasVersion(hash: string) {
  return (await readDb.creative.findFirst({ where: { hash, kind: 'code' }, select: { id: true } })) !== null;
}
