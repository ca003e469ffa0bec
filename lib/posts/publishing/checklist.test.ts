import { expect, test } from 'vitest';
import { usualPublishRules, publishRulesForm, type PublishRule } from '@/lib/settings/publish-rules';
import { checksOf, type CheckedPost } from './checklist';

const ready: CheckedPost = {
  type: 'post',
  coverId: 'm1',
  coverAlt: 'Nets',
  excerpt: 'Of nets.',
  tags: ['Harbour'],
  seoDescription: 'All about nets.',
  bodyHtml: '<p>So.</p>',
  words: 500,
  openNotes: 0,
};
const all = { ...usualPublishRules, cover: 'block', excerpt: 'block', tag: 'block', alt: 'block' } as const;
const strict = { ...all, description: 'block', notes: 'block', fewWords: 'block', manyWords: 'block' } as const;

test('a finished post breaks no rule', () => {
  expect(checksOf(ready, strict)).toEqual([]);
});

test.each<[PublishRule, Partial<CheckedPost>, RegExp]>([
  ['cover', { coverId: '', coverAlt: '' }, /^It has no featured image\.$/],
  ['excerpt', { excerpt: ' ' }, /^It has no excerpt/],
  ['tag', { tags: [] }, /^It has no tag\.$/],
  ['alt', { coverAlt: '' }, /^The featured image has no alt text\.$/],
  ['alt', { bodyHtml: '<img src="/uploads/a.png" alt="">' }, /^An image has no alt text\.$/],
  ['alt', { bodyHtml: '<img src="/uploads/a.png">'.repeat(2) }, /^2 images have no alt text\.$/],
  ['description', { seoDescription: '' }, /^It has no meta description\.$/],
  ['notes', { openNotes: 1 }, /^1 note is not resolved\.$/],
  ['notes', { openNotes: 2 }, /^2 notes are not resolved\.$/],
  ['fewWords', { words: 1 }, /^It has 1 word; at least 300 are wanted\.$/],
  ['manyWords', { words: 4_000 }, /^It has 4,000 words; at most 3,000 are wanted\.$/],
])('the rule %s says of %j what is missing, as it is set', (rule, changes, sentence) => {
  const post = { ...ready, ...changes };
  expect(checksOf(post, strict)).toEqual([
    { rule, level: 'block', sentence: expect.stringMatching(sentence) as string },
  ]);
  expect(checksOf(post, { ...strict, [rule]: 'warn' })).toMatchObject([{ rule, level: 'warn' }]);
  expect(checksOf(post, { ...strict, [rule]: 'off' })).toEqual([]);
});

test('a page needs no tag', () => {
  expect(checksOf({ ...ready, type: 'page', tags: [] }, strict)).toEqual([]);
});

test('the most words are not fewer than the least', () => {
  const sent = { ...strict, least: '500', most: '400' };
  expect(publishRulesForm.safeParse(sent).error?.issues[0]?.message).toMatch(/^The most words cannot be fewer/);
  expect(publishRulesForm.safeParse({ ...sent, manyWords: 'off' }).success).toBe(true);
  expect(publishRulesForm.safeParse({ ...sent, least: '0' }).success).toBe(false);
});
