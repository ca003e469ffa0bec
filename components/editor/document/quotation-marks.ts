/** Opening and closing, outer and inner. A space within is narrow and does not break. */
type Quotes = readonly [open: string, close: string, innerOpen: string, innerClose: string];

const english: Quotes = ['“', '”', '‘', '’'];
const byLanguage: Record<string, Quotes | null> = {
  de: ['„', '“', '‚', '‘'],
  fr: ['«\u202f', '\u202f»', '“', '”'],
  es: ['«', '»', '“', '”'],
  it: ['«', '»', '“', '”'],
  pt: ['«', '»', '“', '”'],
  ar: ['«', '»', '“', '”'],
  ru: ['«', '»', '„', '“'],
  pl: ['„', '”', '«', '»'],
  // Quotes of these are typed as such.
  ja: null,
  zh: null,
  ko: null,
};
const APOSTROPHE = '’';
const opensAfter = /(?:^|[\s\p{Ps}\p{Pi}\p{Pd}\uFFFC„‚])$/u;

/** The quotation mark or apostrophe that a straight one stands for, by what is before it; null if it stays. */
export function quotationMark(typed: string, before: string, language: string): string | null {
  const quotes = byLanguage[language.split('-')[0]?.toLowerCase() ?? ''];
  if (quotes === null || (typed !== '"' && typed !== "'")) return null;
  const [open, close, innerOpen, innerClose] = quotes ?? english;
  if (typed === '"') return opensAfter.test(before) ? open : close;
  if (opensAfter.test(before)) return innerOpen;
  const isOpen = before.lastIndexOf(innerOpen) > before.lastIndexOf(innerClose);
  return isOpen ? innerClose : APOSTROPHE;
}
