import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { emit } from '@/lib/events/emit';
import type { EventOf } from '@/lib/events/event';
import { ownPath } from '@/lib/html/own-addresses';
import { newId } from '@/lib/platform/ids';
import { siteHost } from '@/lib/settings/site-address';
import { validated } from '@/lib/forms/validation';
import { contentOf, creativeDraftSchema, hashContent, type CreativeDraft } from './creative';
import { approve, isInPage, refuseUnconfirmed, requireApproval, type Confirm } from './approval';
import { recognise } from './networks/recognition';
import { refuseCode } from './refusals';
import { slotSettingsSchema, fieldAt, type SlotSettings } from './slot';

export type SlotDraft = {
  id: string;
  /** The version the form was loaded with, to detect concurrent changes. */
  version: number;
  settings: SlotSettings;
  creative: CreativeDraft | null;
};

/**
 * Saves a slot's settings and content. Versions are immutable: new content adds one, known content reuses its own.
 * `confirm` throws unless the actor has just proved who they are; asked before code may run in the page.
 */
export async function saveSlot(actor: Actor, draft: SlotDraft, confirm: Confirm = refuseUnconfirmed) {
  const editor = requireCapability(actor, 'slots.edit');
  const settings = validated(slotSettingsSchema, draft.settings, fieldAt);
  const creative = draft.creative && validCreative(draft.creative);
  if (creative?.kind === 'code') await refuseCode({ slotId: draft.id, settings, creative });
  const isApproved = creative
    ? await approve(editor, { slotId: draft.id, content: contentOf(creative) }, confirm)
    : false;
  return transaction(async (tx) => {
    const slot = await lockSlot(tx, draft.id);
    const version = creative ? await storeVersion(tx, editor, { slotId: slot.id, creative }) : null;
    if (version) requireApproval(slot, version, isApproved);
    await changeSlot(tx, draft, { ...settings, creativeId: version?.id ?? null });
    const versions = { from: slot.creativeId ?? '', to: version?.id ?? '' };
    emit(tx, changed(editor, slot.id, { change: 'saved', details: { ...versions, ...sizesOf(settings) } }));
    if (version && isApproved) emit(tx, approval(editor, slot.id, version.id));
    return { creativeId: version?.id ?? null, creativeVersion: version?.version ?? null };
  });
}

/** Stores a version for a preview without publishing it. */
export async function storePreview(actor: Actor, { slotId, creative }: { slotId: string; creative: CreativeDraft }) {
  const editor = requireCapability(actor, 'slots.edit');
  const valid = validCreative(creative);
  return transaction(async (tx) => {
    await lockSlot(tx, slotId);
    return storeVersion(tx, editor, { slotId, creative: valid });
  });
}

/** Shows an earlier version again; one that runs in the page is approved anew. */
export async function restoreVersion(
  actor: Actor,
  { slotId, creativeId }: { slotId: string; creativeId: string },
  confirm: Confirm = refuseUnconfirmed,
) {
  const editor = requireCapability(actor, 'slots.edit');
  const stored = await findStored(slotId, creativeId);
  const isApproved = await approve(editor, { slotId, content: stored }, confirm);
  return transaction(async (tx) => {
    const slot = await lockSlot(tx, slotId);
    const version = await tx.creative.findFirst({ where: { id: creativeId, slotId }, select: versionFields });
    if (!version) throw new AppError('not_found', 'This version no longer exists.');
    requireApproval(slot, version, isApproved);
    await tx.slot.update({
      where: { id: slotId },
      data: { creativeId: version.id, version: { increment: 1 } },
      select: { id: true },
    });
    const details = { from: slot.creativeId ?? '', to: version.id };
    emit(tx, changed(editor, slotId, { change: 'restored', details }));
    if (isApproved) emit(tx, approval(editor, slotId, version.id));
    return { version: version.version, previousId: slot.creativeId };
  });
}

/** Enables or disables a slot; its content stays. */
export async function switchSlot(actor: Actor, { slotId, enabled }: { slotId: string; enabled: boolean }) {
  const editor = requireCapability(actor, 'slots.edit');
  return transaction(async (tx) => {
    const { creative } = await lockSlot(tx, slotId);
    if (enabled && isInPage(creative)) requireCapability(actor, 'slots.trusted-code');
    const slot = await tx.slot.update({
      where: { id: slotId },
      data: { enabled, version: { increment: 1 } },
      select: { id: true, name: true },
    });
    emit(tx, changed(editor, slotId, { change: enabled ? 'switched-on' : 'switched-off', details: {} }));
    return slot;
  });
}

const versionFields = { id: true, version: true, kind: true, level: true, hash: true } as const;

function approval(editor: Actor, slotId: string, version: string) {
  return changed(editor, slotId, { change: 'in-page-code-approved', details: { version } });
}

function changed(
  { id: actorId }: Actor,
  slotId: string,
  facts: Pick<EventOf<'slot.changed'>, 'change' | 'details'>,
): EventOf<'slot.changed'> {
  return { type: 'slot.changed', actorId, slotId, ...facts };
}

async function findStored(slotId: string, id: string) {
  const stored = await readDb.creative.findFirst({ where: { id, slotId }, select: versionFields });
  if (!stored) throw new AppError('not_found', 'This version no longer exists.');
  return stored;
}

// Updating the row first locks the slot: concurrent changes never share a version number.
async function lockSlot(tx: Tx, id: string) {
  await tx.slot.updateMany({ where: { id }, data: { updatedAt: new Date() } });
  const slot = await tx.slot.findUnique({
    where: { id },
    select: { id: true, creativeId: true, creative: { select: { kind: true, level: true, hash: true } } },
  });
  if (!slot) throw new AppError('not_found', 'This slot no longer exists.');
  return slot;
}

// The version is part of the condition, so that of two concurrent changes one fails.
async function changeSlot(
  tx: Tx,
  draft: SlotDraft,
  { position, rules, ...columns }: SlotSettings & { creativeId: string | null },
) {
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

async function storeVersion(tx: Tx, actor: Actor, { slotId, creative }: { slotId: string; creative: CreativeDraft }) {
  const content = contentOf(creative);
  const { startsAt, endsAt } = creative;
  const hash = hashContent(content);
  if (content.mediaId) await requireImage(tx, content.mediaId);
  const known = await tx.creative.findFirst({
    where: { slotId, hash, startsAt, endsAt },
    select: versionFields,
  });
  if (known) return known;
  const last = await tx.creative.aggregate({ where: { slotId }, _max: { version: true } });
  return tx.creative.create({
    data: {
      id: newId(),
      slotId,
      version: (last._max.version ?? 0) + 1,
      ...content,
      network: recognise(content.code)?.network || null,
      hash,
      startsAt,
      endsAt,
      createdById: actor.id,
      createdAt: new Date(),
    },
    select: versionFields,
  });
}

async function requireImage(tx: Tx, id: string) {
  const found = await tx.media.count({ where: { id, deletedAt: null } });
  if (found === 0) {
    const sentence = 'This image no longer exists. Please choose it again.';
    throw new AppError('invalid', sentence, { fields: { image: sentence } });
  }
}

// Pages of this site are stored as paths, which survive a move of the site.
function validCreative(draft: CreativeDraft): CreativeDraft {
  const valid = validated(creativeDraftSchema, draft, fieldAt);
  return valid.kind === 'code' ? valid : { ...valid, linkUrl: ownPath(valid.linkUrl, [siteHost()]) };
}

function sizesOf({ width, height, mobileWidth, mobileHeight }: SlotSettings) {
  return { width, height, mobileWidth, mobileHeight };
}
