import type { SlotCounts } from './slot-queries';

export type Arms = { A: SlotCounts; B: SlotCounts };
type Rate = 'clicks' | 'viewable';

/** Below, a normal distribution says nothing of a share (Fleiss, Levin, Paik: Statistical Methods for Rates and Proportions, 2.4). */
const MIN_EACH = 5;
const SIGNIFICANT = 0.05;

const names: Record<Rate, string> = { clicks: 'Click rate', viewable: 'Viewable rate' };

/** What the figures of two arms say, for each rate. */
export function compareArms(arms: Arms): string[] {
  return (['clicks', 'viewable'] as const).map((rate) => sentencesOf(arms, rate).join(' '));
}

function sentencesOf({ A, B }: Arms, rate: Rate): string[] {
  const [a, b] = [A, B].map((arm) => ({ part: Math.min(arm[rate], arm.served), whole: arm.served }));
  if (!a?.whole || !b?.whole) return [`${names[rate]}: one arm has no impressions yet.`];
  const shown = `${names[rate]}: A has ${percentOf(a)}, B ${percentOf(b)}.`;
  const isSmall = [a, b].some(({ part, whole }) => part < MIN_EACH || whole - part < MIN_EACH);
  if (isSmall) return [shown, 'These are too few to compare; keep the test running.'];
  const p = probabilityOfChance(a, b);
  if (p >= SIGNIFICANT) {
    return [shown, `The difference could be chance (p\u00a0=\u00a0${p.toFixed(2)}); keep the test running.`];
  }
  const better = a.part / a.whole > b.part / b.whole ? 'A' : 'B';
  const written = p < 0.001 ? '<\u00a00.001' : `=\u00a0${p.toFixed(3)}`;
  return [shown, `${better} is better, and chance is unlikely to be the reason (p\u00a0${written}).`];
}

type Share = { part: number; whole: number };

/** How often equal arms would differ at least so much: the two-sided z-test of two shares, with the pooled share. */
export function probabilityOfChance(a: Share, b: Share): number {
  const pooled = (a.part + b.part) / (a.whole + b.whole);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / a.whole + 1 / b.whole));
  if (deviation === 0) return 1;
  const z = Math.abs(a.part / a.whole - b.part / b.whole) / deviation;
  return complementaryError(z / Math.SQRT2);
}

/** Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: off by 1.5e-7 at most. */
function complementaryError(x: number) {
  const t = 1 / (1 + 0.327_591_1 * x);
  const factors = [1.061_405_429, -1.453_152_027, 1.421_413_741, -0.284_496_736, 0.254_829_592];
  return factors.reduce((sum, factor) => (sum + factor) * t, 0) * Math.exp(-x * x);
}

function percentOf({ part, whole }: Share) {
  return `${((part / whole) * 100).toFixed(1)}\u00a0%`;
}
