import { expect, test } from 'vitest';
import { heightOf } from './height-percentile';

test('a height is enough for nine of ten, whatever the order', () => {
  const measured = [
    { height: 400, count: 10 },
    { height: 250, count: 80 },
    { height: 1_200, count: 10 },
  ];

  expect(heightOf(measured)).toBe(400);
  expect(heightOf(measured.toReversed())).toBe(400);
  expect(heightOf([{ height: 250, count: 20 }])).toBe(250);
});

test('a few, or a tenth that is made up, decide nothing', () => {
  expect(heightOf([])).toBe(0);
  expect(heightOf([{ height: 1_200, count: 19 }])).toBe(0);
  expect(
    heightOf([
      { height: 250, count: 90 },
      { height: 1_200, count: 10 },
    ]),
  ).toBe(250);
});
