import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { noJudgement, type Check, type Judgement } from '../judgement';
import { akismetFields, askAkismet, sealFields } from './akismet';
import { findFacts, type Written } from './facts';
import { failed, type Facts, type Opinion } from './service';
import { askWebhook, WEBHOOK_NAME } from './webhook';

type Answer = { opinion: Opinion; check: Pick<Check, 'sealed' | 'said'> };

const notTold = { sealed: '', said: '' } as const;

/** Asks the services that the environment names, all at once. The strictest decides; one that fails holds the comment. */
export async function judgeByServices(actor: Actor, written: Written, now: Date): Promise<Judgement> {
  const { akismet, moderationWebhook } = env();
  if (!akismet && !moderationWebhook) return noJudgement(now);
  const facts = await findFacts(actor, written, now);
  if (!facts) return noJudgement(now);
  const answers = await Promise.all([
    ...(akismet ? [byAkismet(facts)] : []),
    ...(moderationWebhook ? [byWebhook(facts)] : []),
  ]);
  return judgementOf(answers, now);
}

async function byAkismet(facts: Facts): Promise<Answer> {
  let sealed = '';
  try {
    const fields = akismetFields(facts);
    sealed = await sealFields(fields);
    const { said, ...opinion } = await askAkismet(fields);
    return { opinion, check: { sealed, said } };
  } catch (error) {
    return { opinion: noted('Akismet', error), check: { sealed, said: '' } };
  }
}

async function byWebhook(facts: Facts): Promise<Answer> {
  const opinion = await askWebhook(facts).catch((error: unknown) => noted(WEBHOOK_NAME, error));
  return { opinion, check: notTold };
}

function noted(name: string, error: unknown) {
  const opinion = failed(name, error);
  log.warn({ event: 'moderation_service_failed', service: name, error }, opinion.reason);
  return opinion;
}

function judgementOf(answers: readonly Answer[], judgedAt: Date): Judgement {
  const opinions = answers.map(({ opinion }) => opinion);
  const decisive = opinions.filter(({ outcome }) => outcome !== null);
  const outcome = decisive.length === 0 ? null : decisive.some((one) => one.outcome === 'spam') ? 'spam' : 'hold';
  const told = answers.find(({ check }) => check.sealed)?.check ?? notTold;
  const failures = opinions.filter(({ hasFailed }) => hasFailed).map(({ reason }) => reason);
  return {
    source: 'services',
    outcome,
    ruleIds: [],
    reasons: decisive.map(({ reason }) => reason),
    judgedAt,
    check: { ...told, failure: failures.join('; ') },
  };
}
