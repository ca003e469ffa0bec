/** 4,096 registers: an error of 1.6 %, and nearly none for a few hundred readers. */
const INDEX_BITS = 12;
const REGISTERS = 2 ** INDEX_BITS;
/** Flajolet and others, 2007, for 128 registers and more. */
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

/** A register and the rank that a reader's hash raises it to. Thousands of readers share one such pair. */
export type Mark = [register: number, rank: number];

/** What of a hash (8 bytes or more) enters the sketch. */
export function markOf(hash: Buffer): Mark {
  const bits = hash.readBigUInt64BE();
  const rest = bits & ((1n << 52n) - 1n);
  const rank = 52 - rest.toString(2).length + (rest === 0n ? 2 : 1);
  return [Number(bits >> 52n), rank];
}

/** How many different readers left these marks. */
export function estimate(marks: ReadonlyMap<number, number>): number {
  const empty = REGISTERS - marks.size;
  let sum = empty;
  for (const rank of marks.values()) sum += 2 ** -rank;
  const raw = (ALPHA * REGISTERS * REGISTERS) / sum;
  // Counting the empty registers is more exact for small numbers.
  return Math.round(raw <= 2.5 * REGISTERS && empty > 0 ? REGISTERS * Math.log(REGISTERS / empty) : raw);
}
