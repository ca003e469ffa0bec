import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import { changed, type LockedItem, type LockedSlot } from './locking';

/** What was disabled because of the version that it shows, without anybody asking; null if nothing, or if somebody enabled it since. */
async function findPaused(client: Tx | typeof readDb, lineItemId: string): Promise<'slot' | 'line-item' | null> {
  const isOpen = { pausedAt: { not: null }, acceptedAt: null };
  const item = await client.lineItem.findUnique({
    where: { id: lineItemId },
    select: {
      enabled: true,
      slot: { select: { enabled: true } },
      creative: {
        select: {
          reports: { where: isOpen, take: 1, select: { reason: true } },
          pauses: { where: { resumedAt: null }, take: 1, select: { id: true } },
        },
      },
    },
  });
  if (!item?.creative?.reports.length && !item?.creative?.pauses.length) return null;
  if (!item.enabled) return 'line-item';
  return item.slot.enabled ? null : 'slot';
}

/** What other content would enable again, for checks before it is saved. */
export async function resumption(lineItemId: string) {
  const paused = await findPaused(readDb, lineItemId);
  return {
    slot: paused === 'slot' ? { enabled: true } : {},
    item: paused === 'line-item' ? { enabled: true } : {},
  };
}

type Shown = {
  slot: LockedSlot;
  item: LockedItem;
  version: (NonNullable<LockedItem['creative']> & { id: string }) | null;
};

/**
 * Only one version was disabled, so another one in its place is shown. Call it before the line item points at that.
 * Returns whether readers see what the line item shows.
 */
export async function resumeWith(tx: Tx, editor: Actor, { slot, item, version }: Shown): Promise<boolean> {
  const isOther = version !== null && version.id !== item.creativeId;
  const paused = isOther ? await findPaused(tx, item.id) : null;
  const data = { enabled: true };
  if (paused === 'slot') {
    await tx.slot.update({ where: { id: slot.id }, data, select: { id: true } });
    emit(tx, changed(editor, slot.id, { change: 'switched-on', details: {} }));
  }
  if (paused === 'line-item') {
    await tx.lineItem.update({ where: { id: item.id }, data, select: { id: true } });
    emit(tx, changed(editor, slot.id, { change: 'line-item-switched-on', details: { lineItem: item.id } }));
  }
  return (slot.enabled || paused === 'slot') && (item.enabled || paused === 'line-item');
}
