import 'server-only';
import { z } from 'zod';
import type { Tx } from '@/lib/database/db';
import type { Judgement } from './judgement';
import { storeCheck } from './services/checks';

export const verdictSelect = { source: true, outcome: true, reasons: true } as const;

const reasonList = z.array(z.string()).catch([]);

/** Stores what kept a new or changed comment from being published; nothing if nothing did. And what services said. */
export async function storeVerdict(tx: Tx, commentId: string, judgement: Judgement) {
  await storeCheck(tx, commentId, judgement);
  const { source, outcome, reasons, judgedAt } = judgement;
  if (outcome === null) return;
  const verdict = { source, outcome, reasons: JSON.stringify(reasons), createdAt: judgedAt };
  await tx.commentVerdict.upsert({
    where: { commentId },
    create: { commentId, ...verdict },
    update: verdict,
    select: { commentId: true },
  });
}

/** The same for a changed text; an earlier verdict about a comment that was approved since says nothing of this text. */
export async function replaceVerdict(tx: Tx, comment: { id: string; status: string }, judgement: Judgement) {
  if (judgement.outcome !== null) return storeVerdict(tx, comment.id, judgement);
  await storeCheck(tx, comment.id, judgement);
  if (comment.status === 'approved') await tx.commentVerdict.deleteMany({ where: { commentId: comment.id } });
}

/** A verdict in a sentence: “Held because of the rules word ‘casino’ and link ‘bad.example’”. */
export function verdictSentence(verdict: { source: string; outcome: string; reasons: string } | null) {
  if (!verdict) return '';
  const reasons = reasonList.parse(JSON.parse(verdict.reasons));
  if (verdict.source === 'model') return `Held by the spam model${reasons.length > 0 ? `: ${listed(reasons)}` : ''}`;
  const what = verdict.outcome === 'spam' ? 'Marked as spam' : 'Held';
  if (verdict.source === 'services') return `${what}: ${listed(reasons)}`;
  return `${what} because of the ${reasons.length === 1 ? 'rule' : 'rules'} ${listed(reasons)}`;
}

function listed(reasons: string[]) {
  return new Intl.ListFormat('en-GB').format(reasons);
}
