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
  // Quotes and dashes of these are typed as such.
  ja: null,
  zh: null,
  ko: null,
};
export const APOSTROPHE = '’';
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

/** Words that begin with an apostrophe, which was taken for an opening quote. */
const shortened = /‘(?:twas|tis|twere|twill|twould|twixt|em|til|n|neath|nuff)$/iu;
/** Of these the apostrophe that follows is no closing quote either. */
const shortenedTwice = /‘(?:n|twasn|tisn|tain|twouldn)$/iu;
const decade = /‘\d0$/;
const year = /[\p{L},] ‘\d\d$/u;
/** A quotation may begin with a number as well: before more words, a year is one after such a word. */
const datedYear = /\b(?:of|in|since|from|by|until|before|after|spring|summer|autumn|fall|winter) ‘\d\d$/i;

/**
 * How far before the caret an opening quote stands that is an apostrophe, as typing this sign shows: ‘twas, ‘90s, rock ‘n’
 * roll. Null if there is none.
 */
export function mistakenQuote(typed: string, before: string, language: string): number | null {
  if (!/^en\b/i.test(language)) return null;
  const isYear =
    typed === 's' ? decade.test(before) : endsWord(typed) && (typed === ' ' ? datedYear : year).test(before);
  const isWord = typed === "'" ? shortenedTwice.test(before) : endsWord(typed) && shortened.test(before);
  return isYear || isWord ? before.length - before.lastIndexOf('‘') : null;
}

function endsWord(typed: string) {
  return /^[^\p{L}\p{N}'’]/u.test(typed);
}

/** What typing a sign makes of it and those before it, which it replaces; null if all stays as typed. */
export type TypedSign = { sign: string; replaces: number } | null;

/** Quotes, dashes and the ellipsis of a language for those of a keyboard, by what is before them. */
export function typographicSign(typed: string, before: string, language: string): TypedSign {
  const mark = quotationMark(typed, before, language);
  if (mark !== null) return { sign: mark, replaces: 0 };
  if (byLanguage[language.split('-')[0]?.toLowerCase() ?? ''] === null) return null;
  // Three of them at the beginning of a line are a divider.
  if (typed === '-' && /[^-]-$/.test(before)) return { sign: '–', replaces: 1 };
  if (typed === '-' && before.endsWith('–')) return { sign: '—', replaces: 1 };
  return typed === '.' && /(?:^|[^.])\.\.$/.test(before) ? { sign: '…', replaces: 2 } : null;
}
