import { expect, test } from 'vitest';
import { inSlices } from './slices';

test('every item has its turn once and in order, and others are heard between', async () => {
  const items = Array.from({ length: 1_001 }, (_, index) => index);
  const done: number[] = [];
  const heard: number[] = [];
  const listen = () => heard.push(done.length) < 3 && setImmediate(listen);
  setImmediate(listen);

  await inSlices(items, (slice) => done.push(...slice));

  expect(done).toEqual(items);
  expect(heard).toHaveLength(3);
  expect(heard[0]).toBeLessThan(items.length);
  expect(heard[0]).toBeLessThan(heard[1] ?? 0);
});

test('nothing is nothing', async () => {
  await inSlices([], () => expect.unreachable());
});
