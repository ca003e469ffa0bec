import 'server-only';
import { can, type Actor } from '@/lib/auth/actor';
import { noJudgement, type Judgement } from './judgement';
import { judgeByRules } from './rules/judging';
import type { Written } from './services/facts';
import { judgeByServices } from './services/judging';
import { judgeByModel } from './spam/judging';

/**
 * Judges a comment: by the rules, which may throw a refusal, then by the spam model, then by services outside; what one
 * holds the next is not asked about. Staff are not judged. Services may take three seconds: never within a transaction.
 */
export async function judgeComment(actor: Actor, written: Written, now: Date): Promise<Judgement> {
  if (can(actor, 'admin.enter')) return noJudgement(now);
  const byRules = await judgeByRules(written.html, now);
  if (byRules.outcome !== null) return byRules;
  const byModel = await judgeByModel(actor, written.html, now);
  return byModel.outcome === null ? judgeByServices(actor, written, now) : byModel;
}
