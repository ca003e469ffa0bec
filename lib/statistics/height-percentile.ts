/** Fewer say little, and are soon made up. */
const MIN_MEASURED = 20;
const PERCENTILE = 0.9;

/** The height that is enough for nine of ten; 0 if it was measured too seldom. */
export function heightOf(measured: readonly { height: number; count: number }[]): number {
  const total = measured.reduce((sum, { count }) => sum + count, 0);
  if (total < MIN_MEASURED) return 0;
  let left = total * PERCENTILE;
  const sorted = measured.toSorted((one, other) => one.height - other.height);
  return sorted.find(({ count }) => (left -= count) <= 0)?.height ?? 0;
}
