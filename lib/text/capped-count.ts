/** Bounds the cost of counting on large sites. */
export const MAX_COUNT = 500;

/** Query arguments that stop one past the limit. Needs an indexed order. */
export const countedTo = { take: MAX_COUNT + 1 };

/** A capped count for display: "12", "500+". */
export function countText(count: number, language = 'en') {
  return count > MAX_COUNT ? `${MAX_COUNT.toLocaleString(language)}+` : count.toLocaleString(language);
}
