import { describe, expect, test } from 'vitest';
import { oldAt, stateOf, type ClosingPost, type ClosingRule } from './closing';

const published = new Date('2026-03-01T12:00:00Z');
const end = new Date('2026-03-31T12:00:00Z');
const before = new Date(end.getTime() - 1);
const post = { publishAt: published, commentsMode: 'open', commentsClosing: 'site' };
const closing = { commentsCloseAfter: 30, commentsCloseFrom: 'publication', commentsThen: 'close' } as const;
const holding = { ...closing, commentsThen: 'hold' } as const;
const quiet = { ...closing, commentsCloseFrom: 'comment' } as const;

function at(moment: Date, given: ClosingPost, rule: ClosingRule, last: Date | null = null) {
  const { post: now, ...rest } = stateOf(given, oldAt(given, rule, last), moment);
  return { mode: now.commentsMode, ...rest };
}

test('comments close when the post has the age of the setting, and not a moment before', () => {
  expect(at(before, post, closing)).toEqual({ mode: 'open', holdsAll: false, closesAt: end });
  expect(at(end, post, closing)).toEqual({ mode: 'closed', holdsAll: false, closesAt: end });
});

test('instead of closing, comments on an old post can need approval', () => {
  expect(at(before, post, holding)).toEqual({ mode: 'open', holdsAll: false, closesAt: null });
  expect(at(end, post, holding)).toEqual({ mode: 'open', holdsAll: true, closesAt: null });
});

describe('counted from the last comment', () => {
  const last = new Date('2026-03-20T09:00:00Z');
  const later = new Date('2026-04-19T09:00:00Z');

  test('comments close when nobody has written for so long', () => {
    expect(at(end, post, quiet, last)).toEqual({ mode: 'open', holdsAll: false, closesAt: later });
    expect(at(later, post, quiet, last).mode).toBe('closed');
  });

  test.each([
    ['nobody has written', null],
    ['the last comment is older than the post, as with some that are imported', new Date('2020-01-01')],
  ])('publication counts where %s', (_, earlier) => {
    expect(at(end, post, quiet, earlier)).toMatchObject({ mode: 'closed', closesAt: end });
  });
});

describe('what a post says for itself comes before the settings', () => {
  test('it can stay open', () => {
    const open = { ...post, commentsClosing: 'never' };
    expect(at(end, open, closing)).toEqual({ mode: 'open', holdsAll: false, closesAt: null });
    expect(at(end, open, holding)).toMatchObject({ mode: 'open', holdsAll: false });
  });

  test('it closes by its own days, also where the site would hold or never close', () => {
    const own = { ...post, commentsClosing: 'publication-14' };
    const mid = new Date('2026-03-15T12:00:00Z');
    for (const rule of [{ ...closing, commentsCloseAfter: 0 }, holding, quiet]) {
      expect(at(mid, own, rule)).toEqual({ mode: 'closed', holdsAll: false, closesAt: mid });
    }
    const silent = { ...post, commentsClosing: 'comment-14' };
    expect(at(mid, silent, closing, mid)).toMatchObject({ mode: 'open', closesAt: new Date('2026-03-29T12:00:00Z') });
  });

  test('what nobody could choose leaves it to the site', () => {
    expect(at(end, { ...post, commentsClosing: 'comment-15' }, closing).mode).toBe('closed');
  });
});

test.each([
  ['the setting is off', post, { ...closing, commentsCloseAfter: 0 }],
  ['the post has no date', { ...post, publishAt: null }, closing],
  ['the post has no comments', { ...post, commentsMode: 'off' }, closing],
  ['the post is closed by hand', { ...post, commentsMode: 'closed' }, closing],
])('nothing changes when %s', (_, given, rule) => {
  expect(oldAt(given, rule)).toBeNull();
  expect(stateOf(given, null, end).post).toBe(given);
  expect(oldAt(given, { ...rule, commentsThen: 'hold' })).toBeNull();
});
