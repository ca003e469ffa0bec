import 'server-only';
import { AnsweringSite } from '@/lib/redirects/answering';
import { legacyAddresses } from '../importers/legacy-addresses';
import { addressesIn } from './address-lists';
import type { Coverage } from './coverage-words';

const MAX_CHECKED = 100_000;
const MAX_NAMED = 500;

/** Checks every listed address against this site. `pathOf` returns null for other sites. */
export async function coverageOf(
  files: readonly string[],
  pathOf: (address: string) => string | null,
): Promise<Coverage> {
  const coverage: Coverage = { asked: 0, answering: 0, elsewhere: 0, missing: [], moreMissing: 0, untried: 0 };
  const site = await AnsweringSite.asItIs(legacyAddresses);
  const seen = new Set<string>();
  for (const file of files) {
    for await (const address of addressesIn(file)) {
      const path = pathOf(address);
      if (path === null) coverage.elsewhere += 1;
      else if (seen.has(path)) continue;
      else if (seen.size >= MAX_CHECKED) coverage.untried += 1;
      else {
        seen.add(path);
        coverage.asked += 1;
        if (await site.answers(path)) coverage.answering += 1;
        else if (coverage.missing.length < MAX_NAMED) coverage.missing.push(path.slice(0, 500));
        else coverage.moreMissing += 1;
      }
    }
  }
  return coverage;
}
