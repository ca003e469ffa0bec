import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { plainCommentText } from '../plain-text';
import { compileRules, matchRules, outcomeOf, type CompiledRules, type RuleMatch } from './matching';
import { readActiveRules } from './queries';
import { DEFAULT_REFUSAL, nameOfRule, type Rule } from './rule';

/** What rules say of a text that is not refused; `outcome` is null if they say nothing. */
export type Judgement = { outcome: 'hold' | 'spam' | null; ruleIds: string[]; reasons: string[]; judgedAt: Date };

const severity = { approved: 0, pending: 1, spam: 2 };

/** Judges the HTML of a comment by the rules; throws the sentence of one that refuses it. Staff are not judged. */
export async function judgeComment(actor: Actor, html: string, now: Date): Promise<Judgement> {
  const nothing = { outcome: null, ruleIds: [], reasons: [], judgedAt: now };
  if (can(actor, 'admin.enter')) return nothing;
  const matches = matchRules(compiled(await readActiveRules()), judgedText(html));
  const outcome = outcomeOf(matches);
  if (outcome === null) return nothing;
  if (outcome === 'refuse') await refuse(matches, now);
  const reasons = matches.map(({ rule }) => nameOfRule(rule));
  return { outcome: outcome === 'spam' ? 'spam' : 'hold', ruleIds: idsOf(matches), reasons, judgedAt: now };
}

/** The status that a comment gets: the stricter of the policy's and the judgement's. */
export function judgedStatus<Status extends 'approved' | 'pending'>(status: Status, { outcome }: Judgement) {
  const judged = outcome === 'spam' ? 'spam' : outcome === 'hold' ? 'pending' : 'approved';
  return severity[judged] > severity[status] ? judged : status;
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
