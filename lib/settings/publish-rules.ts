import { z } from 'zod';

/** What a rule does about a post that breaks it. */
export const ruleLevels = ['off', 'warn', 'block'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

/** What the owner can ask of a post before it is published. */
export const publishRuleNames = [
  'cover',
  'excerpt',
  'tag',
  'alt',
  'description',
  'notes',
  'fewWords',
  'manyWords',
] as const;
export type PublishRule = (typeof publishRuleNames)[number];

const level = z.enum(ruleLevels, 'Choose what each rule does.');
const words = (sentence: string) => z.coerce.number(sentence).int(sentence).min(1, sentence).max(100_000, sentence);

export const publishRules = z.object({
  cover: level,
  excerpt: level,
  tag: level,
  alt: level,
  description: level,
  notes: level,
  fewWords: level,
  manyWords: level,
  /** So many words at least, and at most. */
  least: words('Enter how many words a post has at least, from 1 to 100,000.'),
  most: words('Enter how many words a post has at most, from 1 to 100,000.'),
});
export type PublishRules = z.output<typeof publishRules>;

export const usualPublishRules: PublishRules = {
  cover: 'off',
  excerpt: 'warn',
  tag: 'off',
  alt: 'warn',
  description: 'off',
  notes: 'off',
  fewWords: 'off',
  manyWords: 'off',
  least: 300,
  most: 3_000,
};

export const publishRulesForm = publishRules
  .refine(({ fewWords, manyWords, least, most }) => fewWords === 'off' || manyWords === 'off' || least <= most, {
    path: ['most'],
    error: 'The most words cannot be fewer than the least.',
  })
  .transform((rules) => ({ publishRules: rules }));
