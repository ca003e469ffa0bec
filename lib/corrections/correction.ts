import type { Translator } from '@/lib/i18n/translator';
import { z } from 'zod';
import { honeypotField } from '@/lib/forms/honeypot';
import { HONEYPOT_FIELD } from '@/lib/forms/honeypot-name';
import { lineOf, withoutControls } from '@/lib/text/visible-text';

export type CorrectionStatus = 'open' | 'accepted' | 'declined';

/** In characters. */
export const MAX_PASSAGE = 600;
const MAX_WHY = 1_000;
const MAX_NOTE = 500;
const MAX_AROUND = 80;

const words = (missing: string) =>
  z
    .string()
    .transform(lineOf)
    .pipe(z.string().min(1, missing).max(MAX_PASSAGE, `Use at most ${MAX_PASSAGE} characters: a sentence or two.`));

const around = z
  .string()
  .default('')
  .transform((text) => withoutControls(text).slice(0, MAX_AROUND));

export const suggestionSchema = z.object({
  postId: z.string().min(1).max(40),
  quote: words('Copy the words that are wrong from the article.'),
  prefix: around,
  suffix: around,
  replacement: words('Write what it should say.'),
  why: z
    .string()
    .default('')
    .transform(lineOf)
    .pipe(z.string().max(MAX_WHY, `Use at most ${MAX_WHY.toLocaleString('en')} characters for the reason.`)),
  idempotencyKey: z
    .string()
    .max(80)
    .default('')
    .transform((value) => value || null),
  [HONEYPOT_FIELD]: honeypotField,
});

export type Suggestion = Omit<z.output<typeof suggestionSchema>, typeof HONEYPOT_FIELD>;

export const decisionSchema = z.object({
  id: z.string().min(1).max(40),
  intent: z.enum(['accept', 'decline'], { error: 'Choose what to do.' }),
  note: z
    .string()
    .default('')
    .transform(lineOf)
    .pipe(z.string().max(MAX_NOTE, `Use at most ${MAX_NOTE} characters.`)),
});

type Suggested = Pick<Suggestion, 'quote' | 'replacement' | 'why'>;

/** What the thread says of a suggestion, in Markdown: the reader's words are shown as they are. */
export function suggestionBody({ quote, replacement, why }: Suggested, t: Translator) {
  const parts = [t('suggest.body'), `> ${literal(quote)}`, t('suggest.bodyInstead'), `> ${literal(replacement)}`];
  return [...parts, ...(why ? [literal(why)] : [])].join('\n\n');
}

// Any punctuation can be escaped (CommonMark 2.4), so nothing of it is markup.
function literal(text: string) {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** What readers read of an accepted correction, unless the editor writes something else. */
export function usualNote({ quote, replacement }: { quote: string; replacement: string }) {
  return `“${quote}” now reads “${replacement}”.`;
}
