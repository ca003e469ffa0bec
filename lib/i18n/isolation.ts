const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** Hebrew to Arabic Extended, their presentation forms, and the old and new scripts from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const leftToRight = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}])\p{L}/u;

/**
 * A value as a sentence of that direction takes it: between invisible marks where it has letters of the other direction,
 * which would else move the signs and numbers beside it. They also work where no element can be, as in a subject.
 */
export function isolated<Value>(value: Value, direction: 'ltr' | 'rtl') {
  const other = direction === 'rtl' ? leftToRight : rightToLeft;
  if (typeof value !== 'string' || !other.test(value)) return value;
  return `${FIRST_STRONG_ISOLATE}${value}${POP_DIRECTIONAL_ISOLATE}`;
}
