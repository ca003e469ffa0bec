import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import type { EventOf } from '@/lib/events/event';
import { validated } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { slotRowOf } from './default-slots';
import { refuseDensity } from './density-check';
import { isShipped } from './placements';
import { listSlots } from './queries';
import { newSlotSchema, slotNameSchema, type NewSlot } from './slot';

const MAX_SLOTS = 100;

/** Adds an empty slot after the others of its placement. Names are unique, whatever their case. */
export async function createSlot(actor: Actor, input: NewSlot) {
  const editor = requireCapability(actor, 'slots.edit');
  const { name, placement } = validated(newSlotSchema, input);
  return transaction(async (tx) => {
    const present = await lockNames(tx);
    refuseTaken(present, { name });
    const slot = await insertSlot(tx, present, { ...slotRowOf(placement), name });
    emit(tx, changed(editor, slot.id, { change: 'created', details: { name, placement } }));
    return slot;
  });
}

/** Adds a row with its first line item after the others; if its name is taken, it gets a number. */
export async function insertNamedSlot(tx: Tx, row: NewRow) {
  const present = await lockNames(tx);
  const isTaken = (name: string) => present.some((slot) => slot.name.toLowerCase() === name.toLowerCase());
  const numbered = present.map((_, index) => `${row.name.slice(0, 74).trim()} ${index + 2}`);
  const name = [row.name, ...numbered].find((each) => !isTaken(each)) ?? row.name;
  return insertSlot(tx, present, { ...row, name });
}

/** Renames a slot; pages and code that refer to it by its id are unaffected. */
export async function renameSlot(actor: Actor, input: { slotId: string; name: string }) {
  const editor = requireCapability(actor, 'slots.edit');
  const { slotId } = input;
  const { name } = validated(slotNameSchema, input);
  return transaction(async (tx) => {
    const present = await lockNames(tx);
    const current = present.find((slot) => slot.id === slotId);
    if (!current) throw gone();
    if (current.name === name) return { name };
    refuseTaken(present, { name, slotId });
    await tx.slot.update({ where: { id: slotId }, data: { name }, select: { id: true } });
    // The first line item keeps a name of its own.
    const first = { id: slotId, name: current.name };
    await tx.lineItem.updateMany({ where: first, data: { name } });
    emit(tx, changed(editor, slotId, { change: 'renamed', details: { from: current.name, to: name } }));
    return { name };
  });
}

/** Moves a slot before or after its neighbour in its placement; the first or last stays where it is. */
export async function moveSlot(actor: Actor, move: Move) {
  const editor = requireCapability(actor, 'slots.edit');
  const { slotId } = move;
  await refuseDenseOrder(move);
  return transaction(async (tx) => {
    const { slot, other, order } = moved(await lockNames(tx), move);
    if (!other) return { name: slot.name, isMoved: false };
    for (const [sortOrder, { id }] of order.entries()) {
      await tx.slot.update({ where: { id }, data: { sortOrder }, select: { id: true } });
    }
    emit(tx, changed(editor, slotId, { change: 'moved', details: { past: other.id } }));
    return { name: slot.name, isMoved: true };
  });
}

type Move = { slotId: string; way: 'up' | 'down' };
type Placed = { id: string; name: string; placement: string };

function moved<Slot extends Placed>(present: readonly Slot[], { slotId, way }: Move) {
  const slot = present.find(({ id }) => id === slotId);
  if (!slot) throw gone();
  const order = present.filter(({ placement }) => placement === slot.placement);
  const at = order.indexOf(slot);
  const other = order[way === 'up' ? at - 1 : at + 1];
  if (other) {
    order[order.indexOf(other)] = slot;
    order[at] = other;
  }
  return { slot, other, order };
}

// The first of two slots takes the places that both want.
async function refuseDenseOrder(move: Move) {
  const { slot, other, order } = moved(await listSlots(), move);
  for (const { id: slotId } of other ? [slot, other] : []) {
    await refuseDensity({ slotId, order: order.map(({ id }) => id) });
  }
}

/** Deletes a slot that was added, with its line items, versions and statistics; a shipped one can only be disabled. */
export async function deleteSlot(actor: Actor, slotId: string) {
  const editor = requireCapability(actor, 'slots.edit');
  return transaction(async (tx) => {
    const slot = await tx.slot.findUnique({ where: { id: slotId }, select: { id: true, name: true, placement: true } });
    if (!slot) throw gone();
    if (isShipped(slot)) {
      throw new AppError('invalid', `“${slot.name}” belongs to the site: it can be disabled, but not deleted.`);
    }
    await tx.slotStatistic.deleteMany({ where: { slotId } });
    await tx.slotHeight.deleteMany({ where: { slotId } });
    await tx.filteredStatistic.deleteMany({ where: { slotId } });
    await tx.slot.delete({ where: { id: slotId }, select: { id: true } });
    emit(tx, changed(editor, slotId, { change: 'deleted', details: { name: slot.name } }));
    return { name: slot.name };
  });
}

type NewRow = ReturnType<typeof slotRowOf> & { name: string; enabled?: boolean };

async function insertSlot(tx: Tx, present: readonly Present[], data: NewRow) {
  if (present.length >= MAX_SLOTS) {
    throw new AppError('invalid', `A site can have ${MAX_SLOTS} slots. Delete one that you no longer use first.`);
  }
  const sortOrder = 1 + Math.max(...present.map((slot) => slot.sortOrder), 0);
  const id = newId();
  const slot = await tx.slot.create({ data: { ...data, id, sortOrder }, select: { id: true, name: true } });
  const { name, createdAt } = data;
  await tx.lineItem.create({ data: { id, slotId: id, name, createdAt }, select: { id: true } });
  return slot;
}

type Present = { id: string; name: string; placement: string; sortOrder: number };

// Writing to every row first lets one change of names and order follow the other.
async function lockNames(tx: Tx): Promise<Present[]> {
  await tx.slot.updateMany({ data: { updatedAt: new Date() } });
  return tx.slot.findMany({
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, placement: true, sortOrder: true },
  });
}

function refuseTaken(present: readonly Present[], { name, slotId }: { name: string; slotId?: string }) {
  const taken = present.find((slot) => slot.id !== slotId && slot.name.toLowerCase() === name.toLowerCase());
  if (!taken) return;
  const sentence = `There is already a slot called “${taken.name}”. Choose another name.`;
  throw new AppError('invalid', sentence, { fields: { name: sentence } });
}

function gone() {
  return new AppError('not_found', 'This slot no longer exists.');
}

function changed(
  { id: actorId }: Actor,
  slotId: string,
  facts: Pick<EventOf<'slot.changed'>, 'change' | 'details'>,
): EventOf<'slot.changed'> {
  return { type: 'slot.changed', actorId, slotId, ...facts };
}
