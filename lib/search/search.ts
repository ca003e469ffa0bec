import { folded, writtenDigits } from './folding';
import { isUnspaced, spellingsOf, type Spelling, type Term } from './words';

const SNIPPET_LENGTH = 220;
const MAX_FOLDED_LENGTH = 200_000;

export type Snippet = { text: string; isHit: boolean }[];

/** The best excerpt of a text, with matches marked. */
export function snippetOf(text: string, terms: readonly Term[]): Snippet {
  const plain = text.replace(/\s+/g, ' ').trim().normalize('NFD');
  const pattern = patternOf(terms, plain);
  const first = pattern?.exec(plain)?.index ?? 0;
  const from = first < SNIPPET_LENGTH / 2 ? 0 : wordStart(plain, first - SNIPPET_LENGTH / 3);
  const to = from + SNIPPET_LENGTH;
  const cut = plain.slice(from, to).toWellFormed();
  return markedBy(pattern, `${from > 0 ? '… ' : ''}${cut}${to < plain.length ? ' …' : ''}`);
}

/** The text with matches marked, ignoring case and accents. */
export function marked(text: string, terms: readonly Term[]): Snippet {
  return markedBy(patternOf(terms, text.normalize('NFD')), text);
}

function markedBy(pattern: RegExp | null, text: string): Snippet {
  if (!pattern) return [{ text, isHit: false }];
  return text
    .normalize('NFD')
    .split(pattern)
    .map((piece, index) => ({ text: piece.normalize('NFC'), isHit: index % 2 === 1 }))
    .filter((piece) => piece.text);
}

/** Drops word forms absent from these texts: a pattern of a hundred forms is slow to compile. */
export function termsWithin(terms: readonly Term[], texts: readonly string[]): Term[] {
  if (!terms.some(({ others = [] }) => others.length > 0) || lengthOf(texts) > MAX_FOLDED_LENGTH) return [...terms];
  const letters = folded(texts.join('\n')).replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
  const isWritten = (word: string) => letters.includes(word.replace(/^dot|plusplus$|sharp$/, ''));
  return terms.map(({ others = [], ...term }) => ({
    ...term,
    others: others.filter(({ words }) => words.every(isWritten)),
  }));
}

function lengthOf(texts: readonly string[]) {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

const standIns: Record<string, string> = {
  ss: '(?:ss|ß)',
  ae: '(?:ae|æ)',
  oe: '(?:oe|œ)',
  th: '(?:th|þ)',
  o: '[oø]',
  d: '[dđð]',
  l: '[lł]',
  i: '[iı]',
  h: '[hħ]',
  ا: '[اٱ]',
  ي: '[يىی]',
  ه: '[هةەہھ]',
  ك: '[كک]',
  'ं': '(?:[ंँ]|[ङञणनम]\u094d)',
};
const letter = '[\\p{L}\\p{N}\\p{M}]';
const joint = "['’‘.\\-‐·־׳״,]";

const [FEW_UNSEEN, ALL_UNSEEN] = [
  '[\\u0300-\\u036f\\u00ad\\u200b-\\u200f\\u2060\\ufeff]',
  '[\\p{M}\\p{Default_Ignorable_Code_Point}ـ]',
];
const anyUnseen = new RegExp(ALL_UNSEEN, 'u');
const otherUnseen = new RegExp(`(?!${FEW_UNSEEN})${ALL_UNSEEN}`, 'u');

// Compiling all marks after each letter is slow: texts get the smallest class they need, and patterns are cached.
const patterns = new WeakMap<readonly Term[], Map<string, RegExp>>();

function patternOf(terms: readonly Term[], plain: string) {
  if (terms.length === 0) return null;
  const unseen = unseenIn(plain);
  const made = patterns.get(terms) ?? new Map<string, RegExp>();
  const pattern = made.get(unseen) ?? makePattern(terms, unseen);
  patterns.set(terms, made.set(unseen, pattern));
  return pattern;
}

function unseenIn(plain: string) {
  if (!anyUnseen.test(plain)) return '';
  return otherUnseen.test(plain) ? ALL_UNSEEN : FEW_UNSEEN;
}

// Folded words are letters, digits and marks (words.ts): no escaping needed.
function makePattern(terms: readonly Term[], unseen: string) {
  const longestFirst = terms.flatMap(spellingsOf).toSorted((a, b) => b.words.join('').length - a.words.join('').length);
  const beginAnywhere = longestFirst.filter(({ words }) => isUnspaced(words[0]!));
  const beginWords = longestFirst.filter(({ words }) => !isUnspaced(words[0]!));
  const anyOf = (spellings: readonly Spelling[]) =>
    spellings.map((spelling) => patternOfSpelling(spelling, unseen)).join('|');
  const parts = [
    ...(beginWords.length > 0 ? [`(?<!${letter})(?:${anyOf(beginWords)})`] : []),
    ...(beginAnywhere.length > 0 ? [anyOf(beginAnywhere)] : []),
  ];
  return new RegExp(`(${parts.join('|')})`, 'iu');
}

function patternOfSpelling({ words, isPrefix }: Spelling, unseen: string) {
  const phrase = words.map((word) => patternOfWord(word, unseen)).join('[^\\p{L}\\p{N}]*');
  const last = words.at(-1)!;
  if (isUnspaced(last)) return `${phrase}ー*`;
  // In NFD, an open Hangul syllable would also match those with a final consonant.
  const whole = /\p{Script=Hangul}$/u.test(last) ? '(?![\\u11a8-\\u11ff])' : '';
  return phrase + whole + (isPrefix ? `(?:${joint}(?=[\\p{L}\\p{N}]))?${letter}*` : `(?!${letter})`);
}

/** Allows marks, invisible characters and one joint after each letter; all or none, to avoid backtracking. */
function patternOfWord(word: string, unseen: string) {
  const [, dot = '', middle = word, sign = ''] = /^(dot)?(.+?)(plusplus|sharp)?$/u.exec(word) ?? [];
  const parts = middle.normalize('NFD').match(/ss|ae|oe|th|\P{M}\p{M}*|\p{M}+/gu) ?? [];
  const marks = unseen && `${unseen}*(?!${unseen})`;
  const letters = parts.map(patternOfLetter).join(`${marks}${joint}?`);
  return (
    (dot && '(?:dot|\\.)') + letters + marks + (sign && (sign === 'sharp' ? '(?:sharp|[#♯])' : '(?:plusplus|\\+\\+)'))
  );
}

// Indic vowel marks belong to their letter; a removed nukta may precede them.
function patternOfLetter(part: string) {
  if (standIns[part]) return standIns[part];
  const [letter = '', ...marks] = part;
  const written = marks.map((mark) => `[\u093c\\p{Default_Ignorable_Code_Point}]*${standIns[mark] ?? mark}`);
  return (standIns[letter] ?? kanaOrDigit(letter)) + written.join('');
}

function kanaOrDigit(part: string) {
  if (/[\u3041-\u3096]/.test(part)) return `[${part}${String.fromCharCode(part.charCodeAt(0) + 0x60)}]`;
  return /[0-9]/.test(part) ? `[${writtenDigits(part)}]` : part;
}

function wordStart(text: string, at: number) {
  const from = Math.max(0, Math.floor(at));
  const space = text.indexOf(' ', from);
  return space < 0 ? from : space + 1;
}
