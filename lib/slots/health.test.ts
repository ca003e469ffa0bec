import { expect, test } from 'vitest';
import {
  assess,
  budgetChoices,
  budgetMeasures,
  costBounds,
  MIN_READERS,
  overBudgetInWords,
  stepOf,
  typicalCost,
} from './health';

test('a cost falls into the class that its bound closes', () => {
  expect(stepOf('shift', 0)).toBe(0);
  expect(stepOf('shift', 0.1)).toBe(4);
  expect(stepOf('shift', 0.100001)).toBe(5);
  expect(stepOf('task', 200)).toBe(3);
  expect(stepOf('task', 999_999)).toBe(costBounds.task.length);
});

test('every budget is the bound of a class', () => {
  for (const measure of budgetMeasures) {
    for (const budget of budgetChoices[measure]) expect(costBounds[measure]).toContain(budget);
  }
});

const classes = (within: number, over: number) =>
  new Map([
    [stepOf('task', 200), within],
    [stepOf('task', 201), over],
  ]);

test('code is over budget once more than a quarter of enough readers were', () => {
  expect(assess('task', classes(60, 20), 200)).toEqual({ readers: 80, over: 20, isOver: false });
  expect(assess('task', classes(59, 20), 200)).toEqual({ readers: 79, over: 20, isOver: true });
  expect(assess('task', classes(59, 20), 300).isOver).toBe(false);
  expect(assess('task', classes(0, MIN_READERS - 1), 200).isOver).toBe(false);
  expect(assess('task', classes(0, MIN_READERS), 200).isOver).toBe(true);
});

test('without a budget nothing is over it', () => {
  expect(assess('task', classes(0, 500), 0).isOver).toBe(false);
});

test('one reader who sends the largest values weighs as one', () => {
  const forged = new Map([
    [0, 99],
    [stepOf('shift', 100), 1],
  ]);
  expect(assess('shift', forged, 0.1)).toEqual({ readers: 100, over: 1, isOver: false });
});

test('what three readers of four stay within is a bound, and what was too much is said in words', () => {
  expect(typicalCost('task', new Map())).toBeNull();
  expect(typicalCost('task', classes(75, 25))).toBe(200);
  expect(typicalCost('task', classes(74, 26))).toBe(300);
  expect(overBudgetInWords({ measure: 'shift', budget: 0.1, readers: 1_060, over: 34 })).toBe(
    'it moved the page by more than 0.1 for 34 of 1,060 readers whose browsers measured it',
  );
});
