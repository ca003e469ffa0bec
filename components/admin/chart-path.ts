type Area = { width: number; height: number; top: number };

/** The line of a chart, oldest at the left, from zero to the maximum. */
export function pathThrough(points: { at: number; value: number }[], { width, height, top }: Area) {
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const x = (at: number) => (last > first ? ((at - first) / (last - first)) * width : width);
  const y = (value: number) => height - 1 - (top > 0 ? (value / top) * (height - 4) : 0);
  const steps = points.map(({ at, value }) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`);
  return steps.length > 0 ? `M${steps.join('L')}` : '';
}
