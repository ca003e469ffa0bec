import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb, transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { validated } from '@/lib/forms/validation';
import { ownPath } from '@/lib/html/own-addresses';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { siteHost } from '@/lib/settings/site-address';
import { approve, refuseUnconfirmed, requireApproval, type Confirm } from './approval';
import { storedConsent } from './consent';
import { contentOf, creativeDraftSchema, hashContent, type CreativeDraft } from './creative';
import { refuseDensity } from './density-check';
import { approval, changed, itemOf, lockSlot } from './locking';
import { consentNeededBy, recognise } from './networks/recognition';
import { resumeWith, resumption } from './resuming';
import { fieldAt } from './slot';
import { resultOfContent } from './testing/kept-results';

const versionFields = { id: true, lineItemId: true, version: true, kind: true, level: true, hash: true } as const;

type Preview = { slotId: string; lineItemId?: string; creative: CreativeDraft };

/** Stores a version for a preview without publishing it. */
export async function storePreview(actor: Actor, { slotId, lineItemId = slotId, creative }: Preview) {
  const editor = requireCapability(actor, 'slots.edit');
  const valid = validCreative(creative);
  return transaction(async (tx) => {
    itemOf(await lockSlot(tx, slotId), lineItemId);
    return storeVersion(tx, editor, { slotId, lineItemId, creative: valid });
  });
}

/** Shows an earlier version of its line item again; one that runs in the page is approved anew. */
export async function restoreVersion(
  actor: Actor,
  { slotId, creativeId }: { slotId: string; creativeId: string },
  confirm: Confirm = refuseUnconfirmed,
) {
  const editor = requireCapability(actor, 'slots.edit');
  const { lineItemId, ...version } = await findStored(slotId, creativeId);
  const resumed = await resumption(lineItemId);
  await refuseDensity({ slotId, ...resumed.slot, item: { id: lineItemId, kind: version.kind, ...resumed.item } });
  const isApproved = await approve(editor, { lineItemId, content: version }, confirm);
  return transaction(async (tx) => {
    const slot = await lockSlot(tx, slotId);
    const item = itemOf(slot, lineItemId);
    requireApproval(item, version, isApproved);
    const isEnabled = await resumeWith(tx, editor, { slot, item, version });
    const data = { creativeId: version.id, version: { increment: 1 } };
    await tx.lineItem.update({ where: { id: item.id }, data, select: { id: true } });
    await tx.slot.update({ where: { id: slotId }, data: { version: { increment: 1 } }, select: { id: true } });
    const details = { from: item.creativeId ?? '', to: version.id };
    emit(tx, changed(editor, slotId, { change: 'restored', details }));
    if (isApproved) emit(tx, approval(editor, slotId, version.id));
    return { version: version.version, previousId: item.creativeId, isEnabled };
  });
}

/** Adds a version of a line item; known content with the same dates reuses its own. */
export async function storeVersion(
  tx: Tx,
  actor: Actor,
  { slotId, lineItemId, creative }: { slotId: string; lineItemId: string; creative: CreativeDraft },
) {
  const content = contentOf(creative);
  const { startsAt, endsAt } = creative;
  const hash = hashContent(content);
  const consent = consentIn(creative);
  if (content.mediaId) await requireImage(tx, content.mediaId);
  const known = await tx.creative.findFirst({
    where: { lineItemId, hash, startsAt, endsAt, consent },
    select: versionFields,
  });
  if (known) return known;
  const last = await tx.creative.aggregate({ where: { slotId }, _max: { version: true } });
  return tx.creative.create({
    data: {
      id: newId(),
      slotId,
      lineItemId,
      version: (last._max.version ?? 0) + 1,
      ...content,
      network: recognise(content.code)?.network || null,
      consent,
      hash,
      startsAt,
      endsAt,
      createdById: actor.id,
      createdAt: new Date(),
      ...(await resultOfContent(tx, { slotId, hash })),
    },
    select: versionFields,
  });
}

function consentIn(creative: CreativeDraft) {
  if (creative.kind !== 'code') return null;
  return storedConsent(creative.kind, creative.consent ?? consentNeededBy(creative.code));
}

/** Pages of this site are stored as paths, which survive a move of the site. */
export function validCreative(draft: CreativeDraft): CreativeDraft {
  const valid = validated(creativeDraftSchema, draft, fieldAt);
  return valid.kind === 'code' ? valid : { ...valid, linkUrl: ownPath(valid.linkUrl, [siteHost()]) };
}

async function findStored(slotId: string, id: string) {
  const stored = await readDb.creative.findFirst({ where: { id, slotId }, select: versionFields });
  if (!stored?.lineItemId) throw new AppError('not_found', 'This version no longer exists.');
  return { ...stored, lineItemId: stored.lineItemId };
}

async function requireImage(tx: Tx, id: string) {
  const found = await tx.media.count({ where: { id, deletedAt: null } });
  if (found === 0) {
    const sentence = 'This image no longer exists. Please choose it again.';
    throw new AppError('invalid', sentence, { fields: { image: sentence } });
  }
}
