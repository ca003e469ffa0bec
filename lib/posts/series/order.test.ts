import { expect, test } from 'vitest';
import { withMoved, type Move } from './order';

const moved = (ids: string, move: Move) => withMoved(ids.split(''), move).join('');

test.each<[string, Move, string]>([
  ['abc', { id: 'b', way: 'up' }, 'bac'],
  ['abc', { id: 'b', way: 'down' }, 'acb'],
  ['abcd', { id: 'd', target: 'a', side: 'before' }, 'dabc'],
  ['abcd', { id: 'a', target: 'c', side: 'after' }, 'bcad'],
  ['abcd', { id: 'a', target: 'd', side: 'after' }, 'bcda'],
  ['abc', { id: 'b', target: 'b', side: 'after' }, 'abc'],
])('in %s the move %j gives %s', (ids, move, after) => {
  expect(moved(ids, move)).toBe(after);
});

test.each<[Move, string]>([
  [{ id: 'a', way: 'up' }, 'It is the first part already.'],
  [{ id: 'c', way: 'down' }, 'It is the last part already.'],
  [{ id: 'x', way: 'up' }, 'This post is not in the series any more.'],
  [{ id: 'a', target: 'x', side: 'after' }, 'This post is not in the series any more.'],
])('refuses %j', (move, sentence) => {
  expect(() => moved('abc', move)).toThrow(sentence);
});
