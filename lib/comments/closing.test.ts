import { expect, test } from 'vitest';
import { closesAt, moderationAt, withClosing } from './closing';

const published = new Date('2026-03-01T12:00:00Z');
const end = new Date('2026-03-31T12:00:00Z');
const before = new Date(end.getTime() - 1);
const post = { publishAt: published, commentsMode: 'open' };
const closing = { commentsCloseAfter: 30, commentsThen: 'close', commentModeration: 'none' } as const;
const holding = { ...closing, commentsThen: 'hold' } as const;

test('comments close when the post has the age of the setting, and not a moment before', () => {
  expect(closesAt(post, closing)).toEqual(end);
  expect(withClosing(post, closing, before).commentsMode).toBe('open');
  expect(withClosing(post, closing, end).commentsMode).toBe('closed');
  expect(moderationAt(post, closing, end)).toBe('none');
});

test('instead of closing, comments on an old post can need approval', () => {
  expect(closesAt(post, holding)).toBeNull();
  expect(withClosing(post, holding, end).commentsMode).toBe('open');
  expect(moderationAt(post, holding, before)).toBe('none');
  expect(moderationAt(post, holding, end)).toBe('all');
});

test.each([
  ['the setting is off', post, { ...closing, commentsCloseAfter: 0 }],
  ['the post has no date', { ...post, publishAt: null }, closing],
  ['the post has no comments', { ...post, commentsMode: 'off' }, closing],
  ['the post is closed by hand', { ...post, commentsMode: 'closed' }, closing],
])('nothing changes when %s', (_, given, rule) => {
  expect(closesAt(given, rule)).toBeNull();
  expect(withClosing(given, rule, end)).toBe(given);
  expect(moderationAt(given, { ...rule, commentsThen: 'hold' }, end)).toBe('none');
});
