import { expect, test } from 'vitest';
import { newSince, readThreadCursor, writeCursor } from './thread-state';

const seen = { count: 3, moments: [300, 200, 100] };
const since = readThreadCursor(writeCursor(seen))!;

test('what a page shows already is not new', () => {
  expect(newSince(seen, since)).toBe(0);
  expect(newSince({ count: 2, moments: [300, 100] }, since)).toBe(0);
});

test('counts what appeared, also beside what was removed and out of order', () => {
  expect(newSince({ count: 5, moments: [500, 400, 300, 200, 100] }, since)).toBe(2);
  expect(newSince({ count: 3, moments: [400, 200, 100] }, since)).toBe(1);
  expect(newSince({ count: 4, moments: [300, 250, 200, 100] }, since)).toBe(1);
});

test('the first comment of an empty thread is new', () => {
  const empty = readThreadCursor(writeCursor({ count: 0, moments: [] }))!;
  expect(newSince({ count: 1, moments: [100] }, empty)).toBe(1);
});

test.each(['', '1', '1.', '.1', '1.2.3', '-1.2', '1.2x', `${'9'.repeat(17)}.1`, '1e3.4'])(
  '“%s” is no cursor',
  (text) => {
    expect(readThreadCursor(text)).toBeNull();
  },
);
