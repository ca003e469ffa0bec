import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { nameOf } from '@/lib/text/visible-text';
import { capabilityFor, filterQuery, MAX_FILTERS, MAX_NAME, type ListName } from './saved-filter';

type NewFilter = { list: ListName; name: string; query: string };

/** Saves a filter of a list for the actor alone; refused without a name, under one that is taken, and when there are too many. */
export async function saveFilter(
  actor: Actor,
  { list, name, query }: NewFilter,
): Promise<{ id: string; name: string }> {
  requireCapability(actor, capabilityFor(list));
  const clean = requireName(name);
  const filter = filterQuery(list, new URLSearchParams(query));
  if (!filter) throw new AppError('invalid', 'Filter or search the list first, then save that.');
  return transaction(async (tx) => {
    const own = { userId: actor.id, list };
    const names = await tx.savedFilter.findMany({ where: own, select: { name: true }, take: MAX_FILTERS });
    if (names.some((other) => other.name === clean)) throw taken(clean);
    if (names.length >= MAX_FILTERS) {
      throw new AppError('conflict', `A list can have at most ${MAX_FILTERS} saved filters. Delete one first.`);
    }
    const id = newId();
    await tx.savedFilter.create({ data: { id, ...own, name: clean, query: filter, createdAt: new Date() } });
    return { id, name: clean };
  });
}

/** Gives a filter of the actor's another name. */
export async function renameFilter(
  actor: Actor,
  { id, name }: { id: string; name: string },
): Promise<{ name: string }> {
  requireCapability(actor, 'admin.enter');
  const clean = requireName(name);
  return transaction(async (tx) => {
    const filter = await tx.savedFilter.findFirst({ where: { id, userId: actor.id }, select: { list: true } });
    if (!filter) throw gone();
    const same = { userId: actor.id, list: filter.list, name: clean, id: { not: id } };
    if ((await tx.savedFilter.count({ where: same })) > 0) throw taken(clean);
    await tx.savedFilter.update({ where: { id }, data: { name: clean } });
    return { name: clean };
  });
}

/** Deletes a filter of the actor's, and returns what it was, so that it can be saved again. */
export async function deleteFilter(actor: Actor, id: string): Promise<{ name: string; query: string }> {
  requireCapability(actor, 'admin.enter');
  return transaction(async (tx) => {
    const where = { id, userId: actor.id };
    const filter = await tx.savedFilter.findFirst({ where, select: { name: true, query: true } });
    if (!filter) throw gone();
    await tx.savedFilter.delete({ where: { id } });
    return filter;
  });
}

/** Those of an account that is deleted. */
export async function deleteFiltersOf(userId: string, tx: Tx) {
  await tx.savedFilter.deleteMany({ where: { userId } });
}

function requireName(name: string) {
  const clean = nameOf(name);
  if (clean === '') throw wrongName('Give the filter a name.');
  if ([...clean].length > MAX_NAME) throw wrongName(`Use at most ${MAX_NAME} characters for the name.`);
  return clean;
}

function taken(name: string) {
  return wrongName(`You have a filter named “${name}” for this list already.`);
}

function wrongName(sentence: string) {
  return new AppError('invalid', sentence, { fields: { name: sentence } });
}

function gone() {
  return new AppError('not_found', 'This filter no longer exists.');
}
