import { expect, test } from 'vitest';
import { inSlices } from './slices';

test('every item has its turn once and in order, and others are heard between', async () => {
  const items = Array.from({ length: 1_001 }, (_, index) => index);
  const done: number[] = [];
  let doneWhenHeard = Infinity;
  setImmediate(() => (doneWhenHeard = done.length));

  await inSlices(items, (slice) => done.push(...slice));

  expect(done).toEqual(items);
  expect(doneWhenHeard).toBeLessThan(items.length);
});

test('nothing is nothing', async () => {
  await inSlices([], () => expect.unreachable());
});
