import 'server-only';
import { catchUpIndex } from './indexing';
import { index } from './post-index';
import { expansions, withForms, type HasMatches } from './query-expansion';
import { termsOf, type Term } from './words';

export type Reach = (ids: readonly string[]) => Promise<'none' | 'hidden' | 'public'>;

/** The newest ids per match mode, in any status; expands the query until a public post matches, as searchPosts does. */
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
