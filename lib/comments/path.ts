/** Characters of one segment: 36^5 answers to one comment, 32 levels in 160 bytes. */
const SEGMENT_WIDTH = 5;
const MAX_SEGMENT = 36 ** SEGMENT_WIDTH - 1;

/** The deepest level of a conversation, counted from 0: an answer to a comment down there stands beside it. */
export const MAX_DEPTH = 31;

/** The path of the n-th reply (counted from 1) below `parent`, or of the n-th thread of a post without one. */
export function childPath(parent: string, n: number) {
  if (!Number.isSafeInteger(n) || n < 1 || n > MAX_SEGMENT) throw new RangeError(`No path for answer ${n}.`);
  return parent + n.toString(36).padStart(SEGMENT_WIDTH, '0');
}

/** Roots have depth 0. */
export function depthOf(path: string) {
  return path.length / SEGMENT_WIDTH - 1;
}

/** The paths of all ancestors, from the root down. They are the prefixes of the path itself, so no recursion is needed. */
export function ancestorPaths(path: string) {
  return Array.from({ length: depthOf(path) }, (_, index) => path.slice(0, (index + 1) * SEGMENT_WIDTH));
}

export function parentPath(path: string) {
  return path.slice(0, -SEGMENT_WIDTH);
}

/** A bound above every descendant and below the next sibling: "~" sorts after every base-36 digit, byte by byte. */
export function subtreeEnd(path: string) {
  return `${path}~`;
}
