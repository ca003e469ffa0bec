import 'server-only';
import { termsIn, type AdminKind } from './admin-entries';
import { catchUpAdminIndex, adminIndex } from './admin-indexing';
import type { FoundRow } from './admin-matching';
import { termsOf } from './words';

type Narrowing = { marks?: readonly string[]; after?: string; take: number };

/**
 * The ids of rows of a kind in which every word occurs, the last one perhaps only begun; newest first, one page. `next`
 * continues and is "" at the end. What was committed before the call is found, unless very much waits to be indexed; what
 * has changed since may be among the answers, so ask the rows themselves again for what matters.
 */
export async function findInAdminIndex(
  kind: AdminKind,
  question: string,
  { marks = [], after = '', take }: Narrowing,
): Promise<{ ids: string[]; next: string }> {
  const terms = termsIn(kind, termsOf(question));
  if (terms.length === 0) return { ids: [], next: '' };
  await catchUpAdminIndex();
  const found = await adminIndex().matchAdminEntries(kind, { terms, marks, after: parsed(after), take: take + 1 });
  const page = found.slice(0, take);
  const last = found.length > take ? page.at(-1) : undefined;
  return { ids: page.map(({ id }) => id), next: last ? `${last.place}_${last.id}` : '' };
}

/** The rows of these ids as `read` gives them, in the order in which they were found. */
export async function readFound<Row extends { id: string }>(
  ids: readonly string[],
  read: (found: { in: string[] }) => Promise<Row[]>,
): Promise<Row[]> {
  // An empty IN () can cause a full scan.
  if (ids.length === 0) return [];
  const byId = new Map((await read({ in: [...ids] })).map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Where a page begins; an unreadable cursor begins at the start. */
function parsed(cursor: string): FoundRow | null {
  const [, place, id] = /^(\d{1,18})_([\w-]{1,40})$/.exec(cursor) ?? [];
  return place && id ? { id, place: BigInt(place) } : null;
}
