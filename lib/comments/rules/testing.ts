import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { readDb } from '@/lib/database/db';
import { renderVisible } from '../visible';
import { judgedText } from './judging';
import { compileRules, matchRules, outcomeOf, type CompiledRules, type RuleMatch } from './matching';
import { readActiveRules } from './queries';
import { nameOfRule, type Rule, type RuleOutcome } from './rule';
import type { RuleTest, ShownMatch } from './test-result';

/** So many of the newest comments are tried. */
export const RECENT_COMMENTS = 500;
const MAX_SHOWN = 50;
const CONTEXT = 40;
/** Between these, other requests are answered. */
const AT_ONCE = 25;

/** What the active rules would do with a comment of this text, and which of them match where. Nothing is counted. */
export async function testText(actor: Actor, text: string): Promise<RuleTest> {
  requireCapability(actor, 'comments.moderate');
  const judged = judgedText(renderVisible(text).html);
  const matches = matchRules(compileRules(await readActiveRules()), judged);
  const shown = matches.map((match) => shownMatch(match, judged));
  return { sentence: sentenceFor(outcomeOf(matches)), matches: shown.slice(0, MAX_SHOWN) };
}

/** Which of the newest comments the active rules, or one that is not saved, would meet. Nothing is counted. */
export async function testRecent(actor: Actor, unsaved?: Rule): Promise<RuleTest> {
  requireCapability(actor, 'comments.moderate');
  const compiled = compileRules(unsaved ? [unsaved] : await readActiveRules());
  const recent = await readDb.comment.findMany({
    where: { type: 'comment' },
    orderBy: { id: 'desc' },
    take: RECENT_COMMENTS,
    select: { id: true, bodyHtml: true, post: { select: { slug: true } } },
  });
  const met = await meetAll(compiled, recent);
  const what = unsaved ? `The ${nameOfRule(unsaved)} matches` : 'The active rules match';
  return { sentence: `${what} ${met.length} of the last ${recent.length} comments.`, matches: met.slice(0, MAX_SHOWN) };
}

type Recent = { id: string; bodyHtml: string; post: { slug: string } };

async function meetAll(compiled: CompiledRules, recent: Recent[]) {
  const met: ShownMatch[] = [];
  for (const [at, { id, bodyHtml, post }] of recent.entries()) {
    if (at % AT_ONCE === 0) await new Promise(setImmediate);
    const judged = judgedText(bodyHtml);
    const [match] = matchRules(compiled, judged);
    if (match) met.push({ ...shownMatch(match, judged), comment: { id, slug: post.slug } });
  }
  return met;
}

function shownMatch({ rule, begin, end }: RuleMatch, text: string): ShownMatch {
  return {
    rule: nameOfRule(rule),
    outcome: rule.outcome,
    before: (begin > CONTEXT ? '…' : '') + text.slice(Math.max(0, begin - CONTEXT), begin),
    found: text.slice(begin, Math.min(end, begin + 200)),
    after: text.slice(end, end + CONTEXT) + (text.length > end + CONTEXT ? '…' : ''),
  };
}

function sentenceFor(outcome: RuleOutcome | null) {
  if (outcome === null) return 'No rule matches: the rules would let this comment through.';
  if (outcome === 'hold') return 'This comment would be held for approval.';
  return outcome === 'spam' ? 'This comment would be marked as spam.' : 'This comment would be refused.';
}
