import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { readDb } from '@/lib/database/db';
import { noJudgement, type Judgement } from '../judgement';
import { judgedText } from '../rules/judging';
import { sampleOf, type Judged } from './features';
import { HOLD_FROM, percentOf, probability } from './model';
import { readSpamModel, type SpamModel } from './queries';
import { reasonsOf } from './reasons';

/** What the model makes of a comment, and why; reasons only of what it would hold. */
export type Opinion = { probability: number; isHeld: boolean; reasons: string[] };

/** Judges the HTML of a comment by the spam model, which holds or says nothing; in shadow it is not asked. */
export async function judgeByModel(actor: Actor, html: string, now: Date): Promise<Judgement> {
  const model = await readSpamModel();
  if (!model?.isActive) return noJudgement(now);
  const author = await readDb.user.findUnique({ where: { id: actor.id }, select: { createdAt: true } });
  const { isHeld, reasons } = opinionOf(model, judgedOf({ bodyHtml: html, createdAt: now, author }));
  if (!isHeld) return noJudgement(now);
  return { source: 'model', outcome: 'hold', ruleIds: [], reasons, judgedAt: now };
}

/** What the model makes of a comment. */
export function opinionOf({ weights }: Pick<SpamModel, 'weights'>, judged: Judged): Opinion {
  const likelihood = probability(weights, sampleOf(judged));
  const isHeld = likelihood >= HOLD_FROM;
  return { probability: likelihood, isHeld, reasons: isHeld ? reasonsOf(weights, judged) : [] };
}

/** An opinion in a sentence: “Spam model, in shadow: 97 % likely spam because of “pills” and 3 links”. */
export function opinionSentence({ isActive }: SpamModel, { probability: likelihood, reasons }: Opinion) {
  const because = reasons.length > 0 ? ` because of ${new Intl.ListFormat('en-GB').format(reasons)}` : '';
  return `Spam model${isActive ? '' : ', in shadow'}: ${percentOf(likelihood)} % likely spam${because}`;
}

/** What comments are selected with to be judged. */
export const judgedSelect = { bodyHtml: true, createdAt: true, author: { select: { createdAt: true } } } as const;

/** What the model reads of a comment. */
export function judgedOf(comment: { bodyHtml: string; createdAt: Date; author: { createdAt: Date } | null }): Judged {
  const text = judgedText(comment.bodyHtml);
  const links = Array.from(comment.bodyHtml.matchAll(/<a href="(https?:[^"]*)"/g), ([, address = '']) => address);
  const hosts = links.flatMap((address) => URL.parse(address)?.hostname.replace(/^www\./, '') ?? []);
  const accountAge = comment.author && comment.createdAt.getTime() - comment.author.createdAt.getTime();
  return { text, links: links.length, hosts, accountAge };
}
