import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import { requireAll, validated } from '@/lib/forms/validation';
import { contentOf, isolationOf, type CreativeDraft } from './creative';
import { acceptBehaviour } from './behaviour';
import { approve, isInPage, refuseUnconfirmed, requireApproval, type Confirm } from './approval';
import { refuseDensity } from './density-check';
import { approval, changed, itemOf, lockSlot } from './locking';
import { acceptCosts } from './over-budget';
import { refusalOf, refuseCode } from './refusals';
import { resumeWith, resumption } from './resuming';
import { typedSlotSettingsSchema, fieldAt, type SlotSettings } from './slot';
import { storeVersion, validCreative } from './versions';

export type SlotDraft = {
  id: string;
  /** The version the form was loaded with, to detect concurrent changes. */
  version: number;
  settings: SlotSettings;
  creative: CreativeDraft | null;
};

/**
 * Saves a slot's settings and the content of its first line item. Versions are immutable: new content adds one, known
 * content reuses its own. `confirm` throws unless the actor has just proved who they are; asked before code may run in
 * the page.
 */
export async function saveSlot(actor: Actor, draft: SlotDraft, confirm: Confirm = refuseUnconfirmed) {
  const editor = requireCapability(actor, 'slots.edit');
  const { settings, creative } = await checkSlot(draft);
  const lineItemId = draft.id;
  if (creative?.kind === 'code') await refuseCode({ slotId: draft.id, settings, creative });
  const resumed = await resumption(lineItemId);
  const change = { id: lineItemId, kind: creative?.kind ?? null, ...resumed.item };
  await refuseDensity({ slotId: draft.id, settings, ...resumed.slot, item: change });
  const isApproved = creative ? await approve(editor, { lineItemId, content: contentOf(creative) }, confirm) : false;
  return transaction(async (tx) => {
    const slot = await lockSlot(tx, draft.id);
    const item = itemOf(slot, lineItemId);
    const version = creative ? await storeVersion(tx, editor, { slotId: slot.id, lineItemId, creative }) : null;
    if (version) requireApproval(item, version, isApproved);
    await changeSlot(tx, draft, settings);
    const isEnabled = await resumeWith(tx, editor, { slot, item, version });
    await tx.lineItem.update({
      where: { id: item.id },
      data: { creativeId: version?.id ?? null },
      select: { id: true },
    });
    const versions = { from: item.creativeId ?? '', to: version?.id ?? '' };
    emit(tx, changed(editor, slot.id, { change: 'saved', details: { ...versions, ...sizesOf(settings) } }));
    if (version && isApproved) emit(tx, approval(editor, slot.id, version.id));
    return { creativeId: version?.id ?? null, creativeVersion: version?.version ?? null, isEnabled };
  });
}

/** The settings and content of a slot as they are kept; throws with all that is wrong with either. */
export async function checkSlot(draft: Pick<SlotDraft, 'settings' | 'creative'>) {
  const settings = Promise.try(() => validated(typedSlotSettingsSchema, draft.settings, fieldAt));
  const creative = Promise.try(() => draft.creative && validCreative(draft.creative));
  await requireAll([settings, creative]);
  return { settings: await settings, creative: await creative };
}

/** Enables or disables a slot; its content stays. */
export async function switchSlot(actor: Actor, { slotId, enabled }: { slotId: string; enabled: boolean }) {
  const editor = requireCapability(actor, 'slots.edit');
  if (enabled) await refuseStored(slotId);
  if (enabled) await refuseDensity({ slotId, enabled });
  return transaction(async (tx) => {
    const { lineItems } = await lockSlot(tx, slotId);
    const showsInPage = lineItems.some((item) => item.enabled && isInPage(item.creative));
    if (enabled && showsInPage) requireCapability(actor, 'slots.trusted-code');
    const slot = await tx.slot.update({
      where: { id: slotId },
      data: { enabled, version: { increment: 1 } },
      select: { id: true, name: true },
    });
    if (enabled) await acceptBehaviour(tx, { slotId });
    if (enabled) await acceptCosts(tx, { slotId, lineItemId: null });
    emit(tx, changed(editor, slotId, { change: enabled ? 'switched-on' : 'switched-off', details: {} }));
    return slot;
  });
}

// Imported code was never saved where it is.
async function refuseStored(slotId: string) {
  const items = await readDb.lineItem.findMany({
    where: { slotId, enabled: true, creative: { is: { kind: 'code' } } },
    select: { creative: { select: { level: true, code: true } } },
  });
  for (const { creative } of items) {
    const isolation = isolationOf({ kind: 'code', level: creative?.level ?? 0 });
    const sentence = isolation === 'inline' ? null : refusalOf(creative?.code ?? '', isolation);
    if (sentence) throw new AppError('invalid', `${sentence} Choose where it runs below and save, then enable it.`);
  }
}

// The version is part of the condition, so that of two concurrent changes one fails.
async function changeSlot(tx: Tx, draft: SlotDraft, { position, rules, ...columns }: SlotSettings) {
  const { count } = await tx.slot.updateMany({
    where: { id: draft.id, version: draft.version },
    data: {
      ...columns,
      position: JSON.stringify(position),
      rules: JSON.stringify(rules),
      version: { increment: 1 },
    },
  });
  if (count === 0) {
    throw new AppError(
      'conflict',
      'Someone else changed this slot while you had it open. Their version is in the list below and yours is still here: save again to replace it.',
    );
  }
}

function sizesOf({ width, height, mobileWidth, mobileHeight }: SlotSettings) {
  return { width, height, mobileWidth, mobileHeight };
}
