import 'server-only';
import { z } from 'zod';
import type { Tx } from '@/lib/database/db';
import type { Judgement } from './rules/judging';

export const verdictSelect = { outcome: true, reasons: true } as const;

const reasonList = z.array(z.string()).catch([]);

/** Stores what kept a new or changed comment from being published; nothing if nothing did. */
export async function storeVerdict(tx: Tx, commentId: string, { outcome, reasons }: Judgement, now: Date) {
  if (outcome === null) return;
  const verdict = { source: 'rules', outcome, reasons: JSON.stringify(reasons), createdAt: now };
  await tx.commentVerdict.upsert({
    where: { commentId },
    create: { commentId, ...verdict },
    update: verdict,
    select: { commentId: true },
  });
}

/** A verdict in a sentence: “Held because of word ‘casino’ and link ‘bad.example’”. */
export function verdictSentence(verdict: { outcome: string; reasons: string } | null) {
  if (!verdict) return '';
  const reasons = reasonList.parse(JSON.parse(verdict.reasons));
  const what = verdict.outcome === 'spam' ? 'Marked as spam' : 'Held';
  const rules = new Intl.ListFormat('en-GB').format(reasons);
  return `${what} because of the ${reasons.length === 1 ? 'rule' : 'rules'} ${rules}`;
}
