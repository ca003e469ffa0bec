import 'server-only';
import { catchUpIndex } from './indexing';
import { index } from './post-index';
import { expansions, withForms, type HasMatches } from './query-expansion';
import { termsOf, type Term } from './words';

/** Whether any of these posts may be shown: none, only such that readers do not see, or also one that they do. */
export type Reach = (ids: readonly string[]) => Promise<'none' | 'hidden' | 'public'>;

/**
 * The ids of matching posts and pages in any status, at most so many per match mode, the newest. If nothing visible
 * matches, the query is expanded; parts of words are searched until one matches for readers, so that nothing is missing
 * here that they find. `corrected` is the corrected query if a word of it matches nothing.
 */
export async function findMatchingIds(question: string, { take, reach }: { take: number; reach: Reach }) {
  const terms = termsOf(question);
  if (terms.length === 0) return { ids: [], corrected: '' };
  await catchUpIndex();
  const list = (asked: readonly Term[]) => index().listAnywhere(asked, take);
  const hasMatches: HasMatches = async (asked) => (await reach(await list(asked))) !== 'none';
  const ids = await list(terms);
  const forms = ids.length < take ? await withForms(terms, question) : null;
  if (forms) ids.push(...(await list(forms.terms)));
  const reached = await reach(ids);
  if (reached === 'public') return { ids, corrected: '' };
  for await (const wider of expansions(terms, hasMatches, reached === 'hidden' ? 'compounds' : undefined)) {
    const found = await list(wider.terms);
    ids.push(...found);
    if ((await reach(found)) !== 'none') return { ids, corrected: wider.corrected };
  }
  return { ids, corrected: '' };
}
