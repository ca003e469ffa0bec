import { expect, test } from 'vitest';
import { pathThrough } from './chart-path';

const area = { width: 100, height: 50, top: 10 };

test('a line runs from the oldest to the newest, the highest near the upper edge', () => {
  const points = [
    { at: 0, value: 0 },
    { at: 50, value: 10 },
    { at: 100, value: 5 },
  ];
  expect(pathThrough(points, area)).toBe('M0.0 49.0L50.0 3.0L100.0 26.0');
});

test('draws no data, one value and only zeros without errors', () => {
  expect(pathThrough([], area)).toBe('');
  expect(pathThrough([{ at: 7, value: 3 }], { ...area, top: 3 })).toBe('M100.0 3.0L100.0 3.0');
  expect(pathThrough([{ at: 7, value: 0 }], { ...area, top: 0 })).toBe('M100.0 49.0L100.0 49.0');
});

test('where there is no value there is a gap, and a value between gaps is a dot', () => {
  const points = [10, null, 5, null, 0, 10].map((value, at) => ({ at: at * 20, value }));
  expect(pathThrough(points, area)).toBe('M0.0 3.0L0.0 3.0M40.0 26.0L40.0 26.0M80.0 49.0L100.0 3.0');
  expect(pathThrough([{ at: 0, value: null }], area)).toBe('');
});
