import { z } from 'zod';
import { withoutControls } from '@/lib/text/visible-text';

export const ruleKinds = ['word', 'link', 'pattern'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** From the mildest to the strictest. */
export const ruleOutcomes = ['hold', 'spam', 'refuse'] as const;
export type RuleOutcome = (typeof ruleOutcomes)[number];

export const MAX_RULES = 500;
/** Each costs up to two milliseconds on the longest comment; words and links cost next to nothing. */
export const MAX_PATTERNS = 100;
export const MAX_RULE_LENGTH = 200;
const MAX_SENTENCE_LENGTH = 300;

export const DEFAULT_REFUSAL =
  'This comment has words or links that are not accepted here. Your text is kept: change it and send it again.';

export const kindNames: Record<RuleKind, string> = { word: 'Word or phrase', link: 'Link', pattern: 'Pattern (RE2)' };
export const outcomeNames: Record<RuleOutcome, string> = {
  hold: 'Hold for approval',
  spam: 'Mark as spam',
  refuse: 'Reject with a message',
};

export type Rule = {
  id: string;
  kind: RuleKind;
  text: string;
  outcome: RuleOutcome;
  /** What its author reads when a comment is refused; empty for the usual sentence. */
  message: string;
};

const sentence = (name: string) =>
  z
    .string()
    .max(MAX_SENTENCE_LENGTH, `${name} can have at most ${MAX_SENTENCE_LENGTH} characters.`)
    .default('')
    .transform(oneLine);

export const ruleFields = {
  kind: z.enum(ruleKinds, { error: 'Choose what the rule looks for.' }),
  text: z
    .string({ error: 'Write what the rule looks for.' })
    .transform(oneLine)
    .pipe(
      z
        .string()
        .min(1, 'Write what the rule looks for.')
        .max(MAX_RULE_LENGTH, `A rule can have at most ${MAX_RULE_LENGTH} characters.`),
    ),
  outcome: z.enum(ruleOutcomes, { error: 'Choose what the rule does.' }),
  message: sentence('The sentence'),
  note: sentence('The note'),
};

export const ruleSchema = z.object(ruleFields);
export type RuleDraft = z.output<typeof ruleSchema>;

/** The lines of a pasted list with their numbers, without empty ones and comments. */
export function linesOf(text: string) {
  return text
    .split(/\r\n?|\n/)
    .map((line, at) => ({ number: at + 1, text: oneLine(line) }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
}

/** The host that a link rule names, in ASCII; null if the text names none. */
export function hostOf(text: string) {
  const address = text.replace(/^\*\./, '');
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`);
  const host = url?.hostname.replace(/^www\./, '').replace(/\.$/, '') ?? '';
  return host.includes('.') || host.startsWith('[') ? host : null;
}

/** “word ‘casino’”, as rules are named in sentences. */
export function nameOfRule({ kind, text }: Pick<Rule, 'kind' | 'text'>) {
  return `${kind} “${text}”`;
}

/** The strictest of several outcomes; null without any. */
export function strictest(outcomes: readonly RuleOutcome[]): RuleOutcome | null {
  return ruleOutcomes.findLast((outcome) => outcomes.includes(outcome)) ?? null;
}

function oneLine(text: string) {
  return withoutControls(text).normalize('NFC').replace(/\s+/g, ' ').trim();
}
