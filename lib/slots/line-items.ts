import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { requireAll, validated } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { acceptBehaviour } from './behaviour';
import { approve, isInPage, refuseUnconfirmed, requireApproval, type Confirm } from './approval';
import { contentOf, type CreativeDraft } from './creative';
import { refuseDensity } from './density-check';
import { lineItemSettingsSchema, type Condition, type LineItemSettings } from './line-item';
import { lineItemFieldAt } from './line-item-fields';
import { approval, changed, itemOf, lockSlot, type LockedSlot } from './locking';
import type { ItemChange } from './planned-items';
import { acceptCosts } from './over-budget';
import { findSlot } from './queries';
import { refuseCode } from './refusals';
import { resumeWith, resumption } from './resuming';
import { storeVersion, validCreative } from './versions';
import { MAX_LINE_ITEMS } from './line-item-names';

export type LineItemDraft = {
  slotId: string;
  /** Null: a new one. */
  id: string | null;
  /** The version the form was loaded with, to detect concurrent changes. */
  version: number;
  settings: LineItemSettings;
  /** Null: it is empty; undefined: its content stays. */
  creative?: CreativeDraft | null;
};

/** Saves a line item, or adds one to its slot; `confirm` as in saveSlot. A second submit of a new one adds another. */
export async function saveLineItem(actor: Actor, draft: LineItemDraft, confirm: Confirm = refuseUnconfirmed) {
  const editor = requireCapability(actor, 'slots.edit');
  const { slotId } = draft;
  const { settings, creative } = await checkLineItem(draft);
  if (creative?.kind === 'code') await refuseCode({ slotId, settings: await settingsOfSlot(slotId), creative });
  const resumed = draft.id && creative ? await resumption(draft.id) : { slot: {}, item: {} };
  const change = { ...changeOf(draft.id, settings.conditions, creative), ...resumed.item };
  await refuseDensity({ slotId, ...resumed.slot, item: change });
  const isApproved = creative
    ? await approve(editor, { lineItemId: draft.id ?? '', content: contentOf(creative) }, confirm)
    : false;
  return transaction(async (tx) => {
    await requireCampaign(tx, draft.id, settings.campaignId);
    const id = draft.id ?? (await addItem(tx, await lockSlot(tx, slotId), settings));
    const slot = await lockSlot(tx, slotId);
    const item = itemOf(slot, id);
    const version = creative ? await storeVersion(tx, editor, { slotId, lineItemId: id, creative }) : null;
    if (version) requireApproval(item, version, isApproved);
    await resumeWith(tx, editor, { slot, item, version });
    const pointer = creative === undefined ? {} : { creativeId: version?.id ?? null };
    await changeItem(tx, { id, version: draft.id ? draft.version : item.version }, { ...settings, ...pointer });
    const details = { lineItem: id, from: item.creativeId ?? '', to: pointer.creativeId ?? item.creativeId ?? '' };
    emit(tx, changed(editor, slotId, { change: 'line-item-saved', details }));
    if (version && isApproved) emit(tx, approval(editor, slotId, version.id));
    return { id, creativeVersion: version?.version ?? null };
  });
}

/** The settings and content of a line item as they are kept; throws with all that is wrong with either. */
export async function checkLineItem(draft: Pick<LineItemDraft, 'settings' | 'creative'>) {
  const settings = Promise.try(() => validated(lineItemSettingsSchema, draft.settings, lineItemFieldAt));
  const creative = Promise.try(() => draft.creative && validCreative(draft.creative));
  await requireAll([settings, creative]);
  const checked = { settings: await settings, creative: await creative };
  requirePace(checked);
  return checked;
}

function requirePace({ settings: { goal }, creative }: { settings: LineItemSettings; creative: Dated }) {
  if (!creative || goal.kind === 'none' || goal.pace !== 'even') return;
  if (creative.startsAt && creative.endsAt) return;
  const sentence = 'An even pace needs a start and an end in the schedule. Enter both, or choose another pace.';
  throw new AppError('invalid', sentence, { fields: { 'goal-pace': sentence } });
}

type Dated = { startsAt: Date | null; endsAt: Date | null } | null | undefined;
type Switch = { slotId: string; lineItemId: string; enabled: boolean };

/** Enables or disables a line item; its content stays. */
export async function switchLineItem(actor: Actor, { slotId, lineItemId, enabled }: Switch) {
  const editor = requireCapability(actor, 'slots.edit');
  if (enabled) await refuseDensity({ slotId, item: { id: lineItemId, enabled } });
  return transaction(async (tx) => {
    const slot = await lockSlot(tx, slotId);
    const item = itemOf(slot, lineItemId);
    if (enabled && isInPage(item.creative)) requireCapability(actor, 'slots.trusted-code');
    if (enabled) await refuseArchived(tx, item.id);
    const data = { enabled, version: { increment: 1 } };
    await tx.lineItem.update({ where: { id: item.id }, data, select: { id: true } });
    if (enabled) await acceptBehaviour(tx, { lineItemId: item.id });
    if (enabled) await acceptCosts(tx, { slotId, lineItemId });
    const change = enabled ? 'line-item-switched-on' : 'line-item-switched-off';
    emit(tx, changed(editor, slotId, { change, details: { lineItem: item.id } }));
    return { name: item.name };
  });
}

/**
 * Deletes a line item with its content and versions. What was counted of it stays in its slot's figures; one of a
 * campaign is refused, because the advertiser's report counts it, and the first, because the slot's form has its content.
 */
export async function deleteLineItem(actor: Actor, { slotId, lineItemId }: Omit<Switch, 'enabled'>) {
  const editor = requireCapability(actor, 'slots.edit');
  return transaction(async (tx) => {
    const { id, name } = itemOf(await lockSlot(tx, slotId), lineItemId);
    if (id === slotId) {
      throw new AppError(
        'invalid',
        `The content of “${name}” belongs to the slot: empty it in the slot’s form instead.`,
      );
    }
    const { campaign } = await tx.lineItem.findUniqueOrThrow({
      where: { id },
      select: { campaign: { select: { name: true } } },
    });
    if (campaign) {
      throw new AppError(
        'conflict',
        `“${name}” is part of the campaign “${campaign.name}”, whose report counts it. Save it without a campaign first, or disable it.`,
      );
    }
    await tx.lineItem.delete({ where: { id }, select: { id: true } });
    emit(tx, changed(editor, slotId, { change: 'line-item-deleted', details: { lineItem: id, name } }));
    return { name };
  });
}

async function refuseArchived(tx: Tx, id: string) {
  const inCampaign = await tx.lineItem.findFirst({
    where: { id, campaign: { archivedAt: { not: null } } },
    select: { campaign: { select: { name: true } } },
  });
  if (!inCampaign) return;
  throw new AppError(
    'conflict',
    `Its campaign “${inCampaign.campaign?.name}” is archived. Take the campaign out of the archive first, or choose another one for this line item.`,
  );
}

function changeOf(
  id: string | null,
  conditions: readonly Condition[],
  creative: CreativeDraft | null | undefined,
): ItemChange {
  return { id: id ?? '', conditions, ...(creative === undefined ? {} : { kind: creative?.kind ?? null }) };
}

async function addItem(tx: Tx, slot: LockedSlot, { name, tier, weight }: LineItemSettings) {
  if (slot.lineItems.length >= MAX_LINE_ITEMS) {
    const sentence = `A slot has at most ${MAX_LINE_ITEMS} line items. Delete one first.`;
    throw new AppError('invalid', sentence, { fields: { name: sentence } });
  }
  const sortOrder = 1 + Math.max(...slot.lineItems.map((item) => item.sortOrder));
  const row = { id: newId(), slotId: slot.id, name, tier, weight, sortOrder };
  await tx.lineItem.create({ data: { ...row, createdAt: new Date() }, select: { id: true } });
  return row.id;
}

// Locks the campaign before the slot, as archiving does: none is archived without this line item.
async function requireCampaign(tx: Tx, lineItemId: string | null, campaignId: string | null) {
  if (campaignId === null) return;
  const where = { id: campaignId, OR: [{ archivedAt: null }, { lineItems: { some: { id: lineItemId ?? '' } } }] };
  const { count } = await tx.campaign.updateMany({ where, data: { updatedAt: new Date() } });
  if (count > 0) return;
  const sentence = 'This campaign is archived or no longer exists. Choose another, or none.';
  throw new AppError('invalid', sentence, { fields: { campaign: sentence } });
}

// The version is part of the condition, so that of two concurrent changes one fails.
async function changeItem(
  tx: Tx,
  where: { id: string; version: number },
  { conditions, caps, goal, ...columns }: LineItemSettings & { creativeId?: string | null },
) {
  const { count } = await tx.lineItem.updateMany({
    where,
    data: {
      ...columns,
      conditions: JSON.stringify(conditions),
      caps: JSON.stringify(caps),
      goal: JSON.stringify(goal),
      version: { increment: 1 },
    },
  });
  if (count > 0) return;
  throw new AppError(
    'conflict',
    'Someone else changed this line item while you had it open. What you entered is still here: save again to replace theirs.',
  );
}

async function settingsOfSlot(id: string) {
  const slot = await findSlot(id);
  if (!slot) throw new AppError('not_found', 'This slot no longer exists.');
  if (slot.isReadable) return slot;
  throw new AppError('invalid', 'The rules of this slot cannot be read. Save the slot first, then its line items.');
}
