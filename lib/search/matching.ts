import 'server-only';
import { catchUpIndex } from './indexing';
import { index } from './post-index';
import { expansions, withForms, type HasMatches } from './query-expansion';
import { termsOf, type Term } from './words';

/** Whether any of these posts may be shown: none, only such that readers do not see, or also one that they do. */
export type Reach = (ids: readonly string[]) => Promise<'none' | 'hidden' | 'public'>;

/**
 * The ids of posts and pages in any state that answer as they would answer a reader, at most so many of each way of asking,
 * the newest. Where nothing that may be shown has what the question asks for, it is asked more widely; words inside of
 * words are looked for until one is among the answers that readers see, so that nothing is missing here that they find.
 * `mended` is what was looked for where a word of the question stands nowhere.
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
