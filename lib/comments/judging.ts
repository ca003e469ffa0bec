import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { noJudgement, type Judgement } from './judgement';
import { judgeByRules } from './rules/judging';
import { judgeByModel } from './spam/judging';

/** Judges the HTML of a comment: by the rules, which may throw a refusal, then by the spam model. Staff are not judged. */
export async function judgeComment(actor: Actor, html: string, now: Date): Promise<Judgement> {
  if (can(actor, 'admin.enter')) return noJudgement(now);
  const byRules = await judgeByRules(html, now);
  return byRules.outcome === null ? judgeByModel(actor, html, now) : byRules;
}
