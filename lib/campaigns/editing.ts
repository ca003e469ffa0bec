import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import type { EventOf } from '@/lib/events/event';
import { validated } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { changed, lockSlot } from '@/lib/slots/locking';
import { campaignSchema, type CampaignSettings } from './campaign';

type Draft = CampaignSettings & { id: string | null };

/** Adds a campaign, or changes one. A second submit of a new one adds another. */
export async function saveCampaign(actor: Actor, { id, ...typed }: Draft): Promise<{ id: string }> {
  const editor = requireCapability(actor, 'slots.edit');
  const settings = validated(campaignSchema, typed);
  return transaction(async (tx) => {
    const campaignId = id ?? newId();
    if (id === null) {
      await tx.campaign.create({ data: { id: campaignId, ...settings, createdAt: new Date() }, select: { id: true } });
    } else {
      await change(tx, { id }, settings);
    }
    emit(tx, said(editor, campaignId, 'saved'));
    return { id: campaignId };
  });
}

/** Puts a campaign aside and disables its line items; its report and its figures stay. */
export async function archiveCampaign(actor: Actor, id: string): Promise<{ disabled: number }> {
  const editor = requireCapability(actor, 'slots.edit');
  return transaction(async (tx) => {
    await change(tx, { id, archivedAt: null }, { archivedAt: new Date() });
    const disabled = await disableItems(tx, editor, id);
    emit(tx, said(editor, id, 'archived'));
    return { disabled };
  });
}

/** Takes a campaign back into use; its line items stay disabled. */
export async function unarchiveCampaign(actor: Actor, id: string): Promise<void> {
  const editor = requireCapability(actor, 'slots.edit');
  await transaction(async (tx) => {
    await change(tx, { id, archivedAt: { not: null } }, { archivedAt: null });
    emit(tx, said(editor, id, 'unarchived'));
  });
}

/** Makes a link to the campaign's report; one that exists stays. */
export async function createReportLink(actor: Actor, id: string): Promise<void> {
  const editor = requireCapability(actor, 'slots.edit');
  await transaction(async (tx) => {
    const { count } = await tx.campaign.updateMany({
      where: { id, reportNonce: null },
      data: { reportNonce: newId() },
    });
    if (count > 0) emit(tx, said(editor, id, 'report-linked'));
    else if ((await tx.campaign.count({ where: { id } })) === 0) throw gone();
  });
}

/** Makes the link to the campaign's report useless, at once and for ever. */
export async function revokeReportLink(actor: Actor, id: string): Promise<void> {
  const editor = requireCapability(actor, 'slots.edit');
  await transaction(async (tx) => {
    await change(tx, { id }, { reportNonce: null });
    emit(tx, said(editor, id, 'report-revoked'));
  });
}

async function disableItems(tx: Tx, editor: Actor, campaignId: string) {
  const items = await tx.lineItem.findMany({
    where: { campaignId, enabled: true },
    orderBy: { slotId: 'asc' },
    select: { id: true, slotId: true },
  });
  for (const { id, slotId } of items) {
    await lockSlot(tx, slotId);
    const data = { enabled: false, version: { increment: 1 } };
    await tx.lineItem.update({ where: { id }, data, select: { id: true } });
    emit(tx, changed(editor, slotId, { change: 'line-item-switched-off', details: { lineItem: id } }));
  }
  return items.length;
}

type Where = { id: string; archivedAt?: null | { not: null } };
type Columns = Partial<CampaignSettings> & { archivedAt?: Date | null; reportNonce?: string | null };

async function change(tx: Tx, where: Where, data: Columns) {
  const { count } = await tx.campaign.updateMany({ where, data });
  if (count === 0) throw gone();
}

function said({ id: actorId }: Actor, campaignId: string, what: EventOf<'campaign.changed'>['change']) {
  return { type: 'campaign.changed' as const, actorId, campaignId, change: what };
}

function gone() {
  return new AppError('not_found', 'This campaign has changed or no longer exists. Reload the page.');
}
