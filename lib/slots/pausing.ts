import 'server-only';
import type { Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import type { Prisma } from '@/prisma/generated/sqlite/client';
import { lockSlot } from './locking';

/** Where several line items take turns, the others stay. */
export const shownBy = {
  select: { id: true, name: true, enabled: true, slot: { select: { _count: { select: { lineItems: true } } } } },
} satisfies Prisma.Creative$liveOnArgs;
export type Showing = Prisma.LineItemGetPayload<typeof shownBy>;

export function isAmongOthers({ slot }: Pick<Showing, 'slot'>) {
  return slot._count.lineItems > 1;
}

/** Of a version: it is the content of something that readers do not get now. */
export const isDisabled = {
  liveOn: { is: { OR: [{ enabled: false }, { slot: { is: { enabled: false } } }] } },
} satisfies Prisma.CreativeWhereInput;

type Pause = { slotId: string; creativeId: string; details: Record<string, string | number> };

/**
 * Disables what shows this version, without anybody asking: its line item, or the slot where it is the only one. Nothing
 * happens if the version is not shown (any more). Returns what was disabled (`lineItemId` is null for the slot), or null.
 */
export async function pauseVersion(tx: Tx, { slotId, creativeId, details }: Pause) {
  await lockSlot(tx, slotId);
  const item = await tx.lineItem.findUnique({ where: { creativeId }, select: shownBy.select });
  if (!item?.enabled) return null;
  const isOneOfSeveral = isAmongOthers(item);
  const data = { enabled: false, version: { increment: 1 } };
  const { count } = isOneOfSeveral
    ? await tx.lineItem.updateMany({ where: { id: item.id, enabled: true, slot: { is: { enabled: true } } }, data })
    : await tx.slot.updateMany({ where: { id: slotId, enabled: true }, data });
  if (count === 0) return null;
  const change = isOneOfSeveral ? 'line-item-switched-off' : 'switched-off';
  const more = isOneOfSeveral ? { lineItem: item.id } : {};
  emit(tx, { type: 'slot.changed', actorId: null, slotId, change, details: { ...details, ...more } });
  return { lineItemId: isOneOfSeveral ? item.id : null };
}
