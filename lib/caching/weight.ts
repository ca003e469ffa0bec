/** Approximate size of a value in memory, in bytes. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return 24 + value.length * 2;
  if (typeof value !== 'object' || value === null) return 16;
  if (value instanceof Uint8Array) return 64 + value.byteLength;
  if (value instanceof Map) return weightOf([...value]);
  if (value instanceof Set) return weightOf([...value]);
  return Object.values(value).reduce<number>((sum, part) => sum + 8 + weightOf(part), 64);
}
