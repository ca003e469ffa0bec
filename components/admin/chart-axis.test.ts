import { expect, test } from 'vitest';
import { axisTicks } from './chart-axis';

test.each([
  [[0, 0], [0]],
  [[], [0]],
  [
    [1, 0],
    [0, 1],
  ],
  [
    [3, 1],
    [0, 2, 4],
  ],
  [
    [7, 1_000],
    [0, 500, 1_000],
  ],
  [
    [1_234, 3],
    [0, 1_000, 2_000],
  ],
  [
    [0.03, 0.01],
    [0, 0.02, 0.04],
  ],
  [
    [0.15, 0.1],
    [0, 0.1, 0.2],
  ],
  [
    [62.5, 12],
    [0, 40, 80],
  ],
])('the axis of %j names %j', (values, ticks) => {
  expect(axisTicks(values)).toEqual(ticks);
});

test('no value is above the axis', () => {
  for (let value = 0.001; value < 1e7; value *= 1.37) {
    expect(axisTicks([value]).at(-1)).toBeGreaterThanOrEqual(value * 0.999999);
  }
});
