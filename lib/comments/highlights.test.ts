import { expect, test } from 'vitest';
import { refusalOfPick, refusalOfPin } from './highlights';

const shown = { type: 'comment', status: 'approved', depth: 0 };

test('three comments that begin a conversation may be pinned, and no fourth', () => {
  expect([0, 1, 2].map((pinned) => refusalOfPin(shown, pinned))).toEqual([null, null, null]);
  expect(refusalOfPin(shown, 3)).toContain('3 comments are pinned');
  expect(refusalOfPin({ ...shown, depth: 1 }, 0)).toContain('A reply cannot be pinned.');
});

test.each([
  ...['pending', 'hidden', 'spam', 'deleted'].map((status) => ({ ...shown, status })),
  { ...shown, type: 'mention' },
])('neither pinned nor picked: %j', (comment) => {
  expect(refusalOfPin(comment, 0)).toContain('readers can see');
  expect(refusalOfPick(comment)).toContain('readers can see');
});

test('a reply may be the author’s pick', () => {
  expect(refusalOfPick({ ...shown, depth: 4 })).toBeNull();
});
