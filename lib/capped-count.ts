/** Beyond this many nobody counts along: a count stops here, and costs no more on a large site than on a small one. */
export const MAX_COUNT = 500;

/** What to give a query that counts, so that it stops one past the limit. It needs an order that an index has, too. */
export const countedTo = { take: MAX_COUNT + 1 };

/** A count that may have been stopped, as people read it: "12", "500+". */
export function countText(count: number) {
  return count > MAX_COUNT ? `${MAX_COUNT.toLocaleString('en')}+` : count.toLocaleString('en');
}
