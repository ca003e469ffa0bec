import 'server-only';
import { reader } from '@/lib/db';
import { indexChanges, index } from './indexing';
import { termsOf } from './words';

/** The ids of posts and pages in any state in which all that the question asks for occurs, the newest first. */
export async function findMatchingIds(question: string, take: number): Promise<string[]> {
  const terms = termsOf(question);
  if (terms.length === 0) return [];
  await indexChanges({ atMost: 1 });
  const { from, where, place } = index().matching(terms, 'any');
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT e."postId" AS "id" FROM ${from} WHERE ${where} ORDER BY ${place} DESC LIMIT ${take}`;
  return rows.map(({ id }) => id);
}
