import { expect, test } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { rankOf } from './likes';
import { cursorAt, isOrder, readCursor } from './order';
import { childPath } from './path';

const place = { path: childPath('', 4_711), rank: rankOf(12), id: newId() };

test('a cursor leads back to the place it was made of', () => {
  expect(readCursor('newest', cursorAt('newest', place))).toEqual({ path: place.path });
  expect(readCursor('best', cursorAt('best', place))).toEqual({ rank: place.rank, id: place.id });
  expect(readCursor('best', cursorAt('best', { ...place, rank: 0 }))).toEqual({ rank: 0, id: place.id });
});

test.each([
  ['newest', ''],
  ['newest', 'ABCDE'],
  ['newest', `${place.path}${place.path}`],
  ['newest', "0000'"],
  ['newest', cursorAt('best', place)],
  ['best', place.path],
  ['best', `zzzzzz.${place.id}`],
  ['best', `01.${place.id}`],
  ['best', `-1.${place.id}`],
  ['best', `1.${place.id}x`],
  ['best', '1.'],
] as const)('an altered cursor of %s is not read: %s', (order, cursor) => {
  expect(readCursor(order, cursor)).toBeNull();
});

test('other words are no orders', () => {
  expect(['oldest', 'newest', 'best', 'worst', '', 'constructor'].map(isOrder)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
