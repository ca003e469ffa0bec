import { expect, test } from 'vitest';
import { atEndOfTick } from './event-loop-tick';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('sends due messages in order at the end of the tick, once', async () => {
  const sent: number[] = [];
  for (const each of [1, 2, 3]) atEndOfTick(() => sent.push(each));
  expect(sent).toEqual([]);
  await turn();
  expect(sent).toEqual([1, 2, 3]);
  await turn();
  expect(sent).toEqual([1, 2, 3]);
});

test('sends messages that become due during sending', async () => {
  const sent: string[] = [];
  atEndOfTick(() => {
    sent.push('first');
    atEndOfTick(() => sent.push('later'));
  });
  await turn();
  await turn();
  expect(sent).toEqual(['first', 'later']);
});
