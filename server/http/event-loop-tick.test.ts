import { expect, test } from 'vitest';
import { atEndOfTurn } from './event-loop-tick';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('what is due is sent in order at the end of the turn, and once', async () => {
  const sent: number[] = [];
  for (const each of [1, 2, 3]) atEndOfTurn(() => sent.push(each));
  expect(sent).toEqual([]);
  await turn();
  expect(sent).toEqual([1, 2, 3]);
  await turn();
  expect(sent).toEqual([1, 2, 3]);
});

test('what becomes due while others are sent is not lost', async () => {
  const sent: string[] = [];
  atEndOfTurn(() => {
    sent.push('first');
    atEndOfTurn(() => sent.push('later'));
  });
  await turn();
  await turn();
  expect(sent).toEqual(['first', 'later']);
});
