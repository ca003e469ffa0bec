/** Counting stops here, so that it costs no more on a large site than on a small one. */
export const MAX_COUNT = 500;

/** Arguments for a counting query, so that it stops one past the limit. It also needs an order that an index has. */
export const countedTo = { take: MAX_COUNT + 1 };

/** A count that may have been stopped, as people read it: "12", "500+". */
export function countText(count: number) {
  return count > MAX_COUNT ? `${MAX_COUNT.toLocaleString('en')}+` : count.toLocaleString('en');
}
