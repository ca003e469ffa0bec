import 'server-only';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { noJudgement, type Judgement } from '../judgement';
import { plainCommentText } from '../plain-text';
import { compileRules, matchRules, outcomeOf, type CompiledRules, type RuleMatch } from './matching';
import { readActiveRules } from './queries';
import { DEFAULT_REFUSAL, nameOfRule, type Rule } from './rule';

/** Judges the HTML of a comment by the rules; throws the sentence of one that refuses it. */
export async function judgeByRules(html: string, now: Date): Promise<Judgement> {
  const matches = matchRules(compiled(await readActiveRules()), judgedText(html));
  const outcome = outcomeOf(matches);
  if (outcome === null) return noJudgement(now);
  if (outcome === 'refuse') await refuse(matches, now);
  const reasons = matches.map(({ rule }) => nameOfRule(rule));
  const verdict = outcome === 'spam' ? 'spam' : 'hold';
  return { source: 'rules', outcome: verdict, ruleIds: idsOf(matches), reasons, judgedAt: now };
}

/** Counts a comment that met these rules. Rule by rule, so that two at once cannot lock each other out. */
export async function countHits(ruleIds: readonly string[], now: Date) {
  for (const id of ruleIds) {
    await db.moderationRule.updateMany({ where: { id }, data: { hits: { increment: 1 }, lastHitAt: now } });
  }
}

/** What rules read: the visible text, then the address of each link on a line of its own. */
export function judgedText(html: string) {
  const addresses = Array.from(html.matchAll(/<a href="([^"]*)"/g), ([, address = '']) => plainCommentText(address));
  return [plainCommentText(html, { numbers: false }), ...new Set(addresses)].join('\n');
}

async function refuse(matches: RuleMatch[], now: Date): Promise<never> {
  await countHits(idsOf(matches), now);
  const { message = '' } = matches.find(({ rule }) => rule.outcome === 'refuse')?.rule ?? {};
  const sentence = message || DEFAULT_REFUSAL;
  throw new AppError('invalid', sentence, { fields: { body: sentence } });
}

function idsOf(matches: RuleMatch[]) {
  return matches.map(({ rule }) => rule.id);
}

// The cache answers with the same list until a rule changes.
const compilations = new WeakMap<Rule[], CompiledRules>();

function compiled(rules: Rule[]) {
  const known = compilations.get(rules) ?? compileRules(rules);
  compilations.set(rules, known);
  return known;
}
