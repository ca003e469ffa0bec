import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { MAX_FILTERS, type ListName } from './saved-filter';

export type SavedFilter = { id: string; name: string; query: string };

/** The filters that the actor saved for a list, by name. */
export function listSavedFilters(actor: Actor, list: ListName): Promise<SavedFilter[]> {
  return readDb.savedFilter.findMany({
    where: { userId: actor.id, list },
    orderBy: { name: 'asc' },
    take: MAX_FILTERS,
    select: { id: true, name: true, query: true },
  });
}

/** For the file with a person’s own data. */
export function exportSavedFilters(actor: Actor) {
  return readDb.savedFilter.findMany({
    where: { userId: actor.id },
    orderBy: { id: 'asc' },
    select: { list: true, name: true, query: true, createdAt: true },
  });
}
