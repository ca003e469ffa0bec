/** As many as both databases take in one statement. */
const SLICE = 500;

/** A list that grows with the site, in parts for one statement each. */
export function slicesOf<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / SLICE) }, (_, at) => list.slice(at * SLICE, (at + 1) * SLICE));
}
