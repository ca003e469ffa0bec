import 'server-only';
import { termsIn, type AdminKind } from './admin-entries';
import { catchUpAdminIndex, adminIndex } from './admin-indexing';
import type { FoundRow } from './admin-matching';
import { termsOf } from './words';

type Narrowing = { marks?: readonly string[]; isOldestFirst?: boolean; after?: string; take: number };

/** Ids matching all words (the last as a prefix), newest first by default; `next` is "" at the end. May be stale: recheck rows. */
export async function findInAdminIndex(
  kind: AdminKind,
  question: string,
  { marks = [], isOldestFirst = false, after = '', take }: Narrowing,
): Promise<{ ids: string[]; next: string }> {
  const terms = termsIn(kind, termsOf(question));
  if (terms.length === 0) return { ids: [], next: '' };
  await catchUpAdminIndex();
  const found = await adminIndex().matchAdminEntries(kind, {
    terms,
    marks,
    isOldestFirst,
    after: parsed(after),
    take: take + 1,
  });
  const page = found.slice(0, take);
  const last = found.length > take ? page.at(-1) : undefined;
  return { ids: page.map(({ id }) => id), next: last ? `${last.place}_${last.id}` : '' };
}

/** The rows of these ids from `read`, in the order of the ids. */
export async function readFound<Row extends { id: string }>(
  ids: readonly string[],
  read: (found: { in: string[] }) => Promise<Row[]>,
): Promise<Row[]> {
  // An empty IN () can cause a full scan.
  if (ids.length === 0) return [];
  const byId = new Map((await read({ in: [...ids] })).map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function parsed(cursor: string): FoundRow | null {
  const [, place, id] = /^(\d{1,18})_([\w-]{1,40})$/.exec(cursor) ?? [];
  return place && id ? { id, place: BigInt(place) } : null;
}
