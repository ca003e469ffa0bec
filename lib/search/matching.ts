import 'server-only';
import { catchUp, index } from './indexing';
import { termsOf } from './words';

/** The ids of posts and pages in any state in which all that the question asks for occurs, the newest first. */
export async function findMatchingIds(question: string, take: number): Promise<string[]> {
  const terms = termsOf(question);
  if (terms.length === 0) return [];
  await catchUp();
  return index().listAnywhere(terms, take);
}
