import { expect, test } from 'vitest';
import { HIDDEN_SCORE_MS, likeSchema, nextShownScore, rankOf, shownLikes, wilsonLowerBound } from './likes';

test('more likes rank higher, each adds less than the one before, and none ranks last', () => {
  const ranks = [0, 1, 2, 3, 10, 1_000].map(rankOf);
  expect(ranks[0]).toBe(0);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(new Set(ranks).size).toBe(ranks.length);
  expect(ranks[1]! - ranks[0]!).toBeGreaterThan(ranks[2]! - ranks[1]!);
  expect(ranks.every(Number.isSafeInteger)).toBe(true);
  expect(ranks.at(-1)).toBeLessThan(1_000_000_000);
});

test('few that all agree count for less than many of whom nearly all do', () => {
  expect(wilsonLowerBound(2, 2)).toBeLessThan(wilsonLowerBound(95, 100));
  expect(wilsonLowerBound(0, 0)).toBe(0);
  expect(wilsonLowerBound(1, 1)).toBeCloseTo(1 / (1 + 1.28 ** 2), 6);
});

test('a score is hidden for the first hour', () => {
  const now = new Date('2026-01-01T12:00:00Z');
  const ago = (ms: number) => new Date(now.getTime() - ms);
  expect(shownLikes(4, ago(HIDDEN_SCORE_MS - 1), now)).toBeNull();
  expect(shownLikes(4, ago(HIDDEN_SCORE_MS), now)).toBe(4);
  expect(shownLikes(0, ago(0), now)).toBe(0);
});

test.each([{}, { like: 'a', unlike: 'b' }, { like: '' }, { like: 'x'.repeat(41) }])(
  '%j names no one comment',
  (fields) => {
    expect(likeSchema.safeParse(fields).success).toBe(false);
  },
);

test('the name of the button says what it does', () => {
  expect(likeSchema.parse({ like: 'a' })).toEqual({ id: 'a', isLiked: true });
  expect(likeSchema.parse({ unlike: 'a' })).toEqual({ id: 'a', isLiked: false });
});

test('the next hidden score is shown an hour after its comment was written', () => {
  const written = (minute: number, likes: number | null) => ({ createdAt: `2026-01-01T12:0${minute}:00.000Z`, likes });
  expect(nextShownScore([written(1, 3), written(4, null), written(2, null)])).toBe(Date.parse('2026-01-01T13:02:00Z'));
  expect(nextShownScore([written(1, 3), written(2, 0)])).toBeNull();
});
