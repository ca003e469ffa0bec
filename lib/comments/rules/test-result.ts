import { z } from 'zod';
import { ruleOutcomes } from './rule';

const shownMatch = z.object({
  rule: z.string(),
  outcome: z.enum(ruleOutcomes),
  before: z.string(),
  found: z.string(),
  after: z.string(),
  /** The stored comment that it is in. */
  comment: z.object({ id: z.string(), slug: z.string() }).optional(),
});
const ruleTest = z.object({ sentence: z.string(), matches: z.array(shownMatch) });

export type ShownMatch = z.output<typeof shownMatch>;
/** What a test of rules found: a sentence, and the matches with the words around them. */
export type RuleTest = z.output<typeof ruleTest>;

/** For the answer of a form, which holds texts. */
export function writeRuleTest(result: RuleTest) {
  return JSON.stringify(result);
}

/** What `writeRuleTest` wrote; null if there is none. */
export function readRuleTest(text: string | undefined): RuleTest | null {
  return text ? ruleTest.parse(JSON.parse(text)) : null;
}
