/** Base 36, five digits: 60 million replies per comment, 32 levels in 160 bytes. */
const SEGMENT_WIDTH = 5;
const MAX_SEGMENT = 36 ** SEGMENT_WIDTH - 1;

/** Counted from 0; a reply to a comment at this depth becomes its sibling. */
export const MAX_DEPTH = 31;

/** The path of the n-th reply (from 1) below `parent`, or of the n-th thread. */
export function childPath(parent: string, n: number) {
  if (!Number.isSafeInteger(n) || n < 1 || n > MAX_SEGMENT) throw new RangeError(`No path for answer ${n}.`);
  return parent + n.toString(36).padStart(SEGMENT_WIDTH, '0');
}

/** Roots have depth 0. */
export function depthOf(path: string) {
  return path.length / SEGMENT_WIDTH - 1;
}

/** The paths of all ancestors, root first: the prefixes of the path. */
export function ancestorPaths(path: string) {
  return Array.from({ length: depthOf(path) }, (_, index) => path.slice(0, (index + 1) * SEGMENT_WIDTH));
}

export function parentPath(path: string) {
  return path.slice(0, -SEGMENT_WIDTH);
}

/** An upper bound of all descendants: "~" sorts after every base-36 digit. */
export function subtreeEnd(path: string) {
  return `${path}~`;
}
