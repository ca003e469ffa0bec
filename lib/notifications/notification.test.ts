import { expect, test } from 'vitest';
import { choicesFrom, defaultChoices, isNews, isWorthAnEmail, moderatingRoles } from './notification';

const DAY_MS = 24 * 60 * 60 * 1000;
const now = new Date('2026-11-27T12:00:00.000Z');
const daysAgo = (days: number) => ({ createdAt: new Date(now.getTime() - days * DAY_MS) });

test('without a choice, or with one that is unknown, the default holds', () => {
  expect(choicesFrom(null)).toEqual(defaultChoices);
  expect(choicesFrom({ replies: 'by-pigeon', followed: 'off' })).toEqual({ ...defaultChoices, followed: 'off' });
});

test('a comment is news for a month, and worth an e-mail for a week', () => {
  expect([29, 31].map((days) => isNews(daysAgo(days), now))).toEqual([true, false]);
  expect([6, 8].map((days) => isWorthAnEmail(daysAgo(days), now))).toEqual([true, false]);
});

test('all comments are for those who moderate', () => {
  expect(moderatingRoles).toEqual(['owner', 'admin', 'editor', 'moderator']);
});
