import { expect, test } from 'vitest';
import { comparedRows } from './against';

const run = (figure: number, more: { what: string; figure: number }[] = []) => [
  { target: 2, what: 'first renderings', figure, unit: 'pages/s', atLeast: 150 },
  ...more.map((row) => ({ target: 8, unit: 'MB', ...row })),
];

test('each row has the median of its runs, against that of the other revision', () => {
  const here = [run(60), run(90), run(70), run(80), run(75)];
  const there = [run(20), run(50), run(30), run(40), run(10)];
  expect(comparedRows(here, there)).toEqual([
    { target: 2, what: 'first renderings', unit: 'pages/s', figure: 75, limit: 30, ratio: 2.5 },
  ]);
});

test('what only one of them measures is left out, and nothing is divided by nothing', () => {
  const here = [run(60, [{ what: 'front', figure: 170 }])];
  const there = [run(0, [{ what: 'renderer', figure: 280 }])];
  expect(comparedRows(here, there)).toEqual([
    { target: 2, what: 'first renderings', unit: 'pages/s', figure: 60, limit: 0 },
  ]);
});
