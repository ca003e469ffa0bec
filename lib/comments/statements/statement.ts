import { z } from 'zod';
import { isSeen } from '@/lib/text/visible-text';
import { cleanText } from '../comment';
import { reportReasons } from '../reports/reasons';
import { MAX_APPEAL, MAX_EXPLANATION } from './lengths';

const APPEAL_MONTHS = 6;

export const appealOutcomes = ['upheld', 'rejected'] as const;

export const removalForm = z
  .object({
    id: z.string().min(1).max(40),
    reason: z.enum(reportReasons, 'Choose the reason.'),
    explanation: textUpTo(MAX_EXPLANATION),
  })
  .refine(({ reason, explanation }) => reason !== 'other' || explanation !== '', {
    path: ['explanation'],
    message: 'Say in a few words what the reason is.',
  });

export const appealForm = z.object({
  statementId: z.string().min(1).max(40),
  appeal: textUpTo(MAX_APPEAL).refine(isSeen, 'Say why the decision is wrong.'),
});

export const appealDecisionForm = z.object({
  statementId: z.string().min(1).max(40),
  answer: textUpTo(MAX_EXPLANATION),
  intent: z.enum(appealOutcomes, 'Choose what you decide.'),
});

/** Until when an author may appeal against a decision: for six months. */
export function appealsUntil(decidedAt: Date) {
  const end = new Date(decidedAt);
  end.setUTCMonth(end.getUTCMonth() + APPEAL_MONTHS);
  return end;
}

type Standing = { createdAt: Date; appealedAt: Date | null; isRemoved: boolean };

/** Why a decision cannot be appealed against; empty if it can. */
export function refusalOfAppeal({ createdAt, appealedAt, isRemoved }: Standing, now: Date) {
  if (appealedAt) return 'You have appealed against this decision already. You can appeal only once.';
  if (!isRemoved) return 'Your comment is no longer removed, so there is nothing to appeal against.';
  if (appealsUntil(createdAt) < now)
    return 'This decision was made more than six months ago: it can no longer be appealed against.';
  return '';
}

function textUpTo(most: number) {
  const tooLong = `Use at most ${most.toLocaleString('en')} characters.`;
  return z
    .string()
    .max(most * 4, tooLong)
    .default('')
    .transform(cleanText)
    .pipe(z.string().max(most, tooLong));
}
