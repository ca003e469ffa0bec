const tops = [1, 2, 4, 6, 8, 10];

/** The values that the axis of a chart names, from zero to a round number that no value exceeds. */
export function axisTicks(values: readonly number[]): number[] {
  const most = Math.max(0, ...values);
  if (most === 0) return [0];
  const scale = 10 ** Math.floor(Math.log10(most));
  const top = rounded((tops.find((each) => each * scale >= most - scale / 1e6) ?? 10) * scale);
  const half = rounded(top / 2);
  const isWhole = values.every(Number.isInteger);
  return isWhole && !Number.isInteger(half) ? [0, top] : [0, half, top];
}

// 0.1 + 0.2 is no label.
function rounded(value: number) {
  return Number(value.toPrecision(6));
}
