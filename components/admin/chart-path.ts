type Area = { width: number; height: number; top: number };

/** The line of a chart, oldest at the left, from zero to the top of its axis; where there is no value it has a gap. */
export function pathThrough(points: { at: number; value: number | null }[], area: Area) {
  const { width } = area;
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const x = (at: number) => (last > first ? ((at - first) / (last - first)) * width : width);
  let path = '';
  for (const [index, { at, value }] of points.entries()) {
    if (value === null) continue;
    const place = `${x(at).toFixed(1)} ${heightOf(value, area)}`;
    const isFollowing = (points[index - 1]?.value ?? null) !== null;
    const isAlone = !isFollowing && (points[index + 1]?.value ?? null) === null;
    // A line to where it begins is drawn as a dot.
    path += isFollowing ? `L${place}` : `M${place}${isAlone ? `L${place}` : ''}`;
  }
  return path;
}

export const SPARKLINE = { width: 84, height: 16 };

/** The line of a plot without axes, in a list; "" where there is nothing to see. */
export function sparkline(values: readonly number[]) {
  const top = Math.max(0, ...values);
  const points = values.map((value, at) => ({ at, value }));
  return top === 0 ? '' : pathThrough(points, { ...SPARKLINE, top });
}

/** How far below the upper edge a value stands; the line keeps its thickness inside. */
export function heightOf(value: number, { height, top }: Area) {
  return (height - 1 - (top > 0 ? (value / top) * (height - 4) : 0)).toFixed(1);
}
