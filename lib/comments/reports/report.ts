import { z } from 'zod';
import { honeypotField } from '@/lib/forms/honeypot';
import { HONEYPOT_FIELD } from '@/lib/forms/honeypot-name';
import { cleanText } from '../comment';
import { reportReasons } from './reasons';

/** In characters. */
export const MAX_REPORT_TEXT = 1_000;

/** What became of a report. */
export const outcomes = ['open', 'kept', 'removed'] as const;
export type Outcome = (typeof outcomes)[number];

export const commentReportForm = z
  .object({
    commentId: z.string().min(1).max(40),
    reason: z.enum(reportReasons, 'Choose what is wrong with it.'),
    text: z
      .string()
      .max(MAX_REPORT_TEXT * 4, tooLong())
      .default('')
      .transform(cleanText)
      .pipe(z.string().max(MAX_REPORT_TEXT, tooLong())),
    [HONEYPOT_FIELD]: honeypotField,
  })
  .refine(({ reason, text }) => reason !== 'other' || text !== '', {
    path: ['text'],
    message: 'Say in a few words what is wrong with it.',
  });

export type CommentReportForm = Omit<z.output<typeof commentReportForm>, typeof HONEYPOT_FIELD>;

function tooLong() {
  return `Use at most ${MAX_REPORT_TEXT.toLocaleString('en')} characters.`;
}
