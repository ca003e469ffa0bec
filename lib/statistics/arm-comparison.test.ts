import { expect, test } from 'vitest';
import { compareArms, probabilityOfChance } from './arm-comparison';

const counts = (served: number, viewable: number, clicks: number) => ({ eligible: served, served, viewable, clicks });

test.each([
  // From the normal distribution: z = 1.96 is five of a hundred, z = 2.5758 one.
  [{ part: 50, whole: 100 }, { part: 50, whole: 100 }, 1],
  [{ part: 5_000, whole: 10_000 }, { part: 5_138.6, whole: 10_000 }, 0.05],
  [{ part: 5_000, whole: 10_000 }, { part: 5_182.1, whole: 10_000 }, 0.01],
  [{ part: 0, whole: 10 }, { part: 0, whole: 20 }, 1],
])('%j and %j differ by chance with %d', (a, b, expected) => {
  expect(probabilityOfChance(a, b)).toBeCloseTo(expected, 3);
  expect(probabilityOfChance(b, a)).toBeCloseTo(expected, 3);
});

test('it says which arm is better, that chance may be the reason, or that there is too little', () => {
  expect(compareArms({ A: counts(5_000, 3_000, 60), B: counts(5_000, 3_300, 75) })).toEqual([
    'Click rate: A has 1.2\u00a0%, B 1.5\u00a0%. The difference could be chance (p\u00a0=\u00a00.19); keep the test running.',
    'Viewable rate: A has 60.0\u00a0%, B 66.0\u00a0%. B is better, and chance is unlikely to be the reason (p\u00a0<\u00a00.001).',
  ]);
  expect(compareArms({ A: counts(900, 450, 40), B: counts(900, 450, 18) })[0]).toContain(
    'A is better, and chance is unlikely to be the reason (p\u00a0=\u00a00.003).',
  );
  expect(compareArms({ A: counts(90, 45, 1), B: counts(90, 45, 4) })[0]).toBe(
    'Click rate: A has 1.1\u00a0%, B 4.4\u00a0%. These are too few to compare; keep the test running.',
  );
  expect(compareArms({ A: counts(0, 0, 0), B: counts(9, 9, 0) })).toEqual([
    'Click rate: one arm has no impressions yet.',
    'Viewable rate: one arm has no impressions yet.',
  ]);
});
