import { expect, test } from 'vitest';
import { MAX_APPEAL } from './lengths';
import { appealForm, refusalOfAppeal, removalForm } from './statement';

const createdAt = new Date('2026-05-28T12:00:00Z');
const open = { createdAt, appealedAt: null, isRemoved: true };

test.each([
  ['within six months', open, '2026-11-28T12:00:00Z', ''],
  ['a moment later', open, '2026-11-28T12:00:01Z', 'more than six months ago'],
  ['twice', { ...open, appealedAt: createdAt }, '2026-06-01T00:00:00Z', 'You can appeal only once'],
  ['once it is shown again', { ...open, isRemoved: false }, '2026-06-01T00:00:00Z', 'nothing to appeal against'],
])('to appeal %s', (_, standing, now, sentence) => {
  const refusal = refusalOfAppeal(standing, new Date(now));
  expect(sentence === '' ? refusal === '' : refusal.includes(sentence)).toBe(true);
});

test('an appeal needs words, and not too many', () => {
  const messagesOf = (appeal: string) =>
    appealForm.safeParse({ statementId: 's', appeal }).error?.issues.map(({ message }) => message);
  expect(messagesOf(' \u200b')).toEqual(['Say why the decision is wrong.']);
  expect(messagesOf('x'.repeat(MAX_APPEAL + 1))).toEqual(['Use at most 2,000 characters.']);
  expect(messagesOf('x'.repeat(MAX_APPEAL))).toBeUndefined();
});

test('a removal names its reason, and says what another one is', () => {
  const messagesOf = (fields: object) =>
    removalForm.safeParse({ id: 'c', ...fields }).error?.issues.map(({ message }) => message);
  expect(messagesOf({ reason: '' })).toEqual(['Choose the reason.']);
  expect(messagesOf({ reason: 'other' })).toEqual(['Say in a few words what the reason is.']);
  expect(messagesOf({ reason: 'spam', explanation: '' })).toBeUndefined();
});
