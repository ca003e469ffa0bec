import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import type { Tx } from '@/lib/database/db';
import type { EventOf } from '@/lib/events/event';
import { AppError } from '@/lib/platform/errors';

const lockedItem = {
  id: true,
  name: true,
  enabled: true,
  version: true,
  sortOrder: true,
  creativeId: true,
  creative: { select: { kind: true, level: true, hash: true } },
} as const;

export type LockedSlot = Awaited<ReturnType<typeof lockSlot>>;
export type LockedItem = LockedSlot['lineItems'][number];

/** Updating the row first locks the slot: concurrent changes never share a version number. */
export async function lockSlot(tx: Tx, id: string) {
  await tx.slot.updateMany({ where: { id }, data: { updatedAt: new Date() } });
  const slot = await tx.slot.findUnique({
    where: { id },
    select: { id: true, enabled: true, lineItems: { select: lockedItem } },
  });
  if (!slot) throw new AppError('not_found', 'This slot no longer exists.');
  return slot;
}

/** The line item of a locked slot. */
export function itemOf(slot: LockedSlot, lineItemId: string): LockedItem {
  const item = slot.lineItems.find(({ id }) => id === lineItemId);
  if (!item) throw new AppError('not_found', 'This line item no longer exists.');
  return item;
}

export function changed(
  { id: actorId }: Actor,
  slotId: string,
  facts: Pick<EventOf<'slot.changed'>, 'change' | 'details'>,
): EventOf<'slot.changed'> {
  return { type: 'slot.changed', actorId, slotId, ...facts };
}

export function approval(editor: Actor, slotId: string, version: string) {
  return changed(editor, slotId, { change: 'in-page-code-approved', details: { version } });
}
