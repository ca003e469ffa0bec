import { writtenDigits } from './folding';
import { isUnspaced, spellingsOf, type Spelling, type Term } from './words';

const SNIPPET_LENGTH = 220;

/** A piece of text, marked where it answers the question. */
export type Snippet = { text: string; isHit: boolean }[];

/** The part of a text that answers best, with the words of the question marked. */
export function snippetOf(text: string, terms: readonly Term[]): Snippet {
  const plain = text.replace(/\s+/g, ' ').trim().normalize('NFD');
  const first = patternOf(terms)?.exec(plain)?.index ?? 0;
  const from = first < SNIPPET_LENGTH / 2 ? 0 : wordStart(plain, first - SNIPPET_LENGTH / 3);
  const to = from + SNIPPET_LENGTH;
  const cut = plain.slice(from, to).toWellFormed();
  return marked(`${from > 0 ? '… ' : ''}${cut}${to < plain.length ? ' …' : ''}`, terms);
}

/** A text in pieces, marked wherever the question is answered, whatever its capitals and accents. */
export function marked(text: string, terms: readonly Term[]): Snippet {
  const pattern = patternOf(terms);
  if (!pattern) return [{ text, isHit: false }];
  return text
    .normalize('NFD')
    .split(pattern)
    .map((piece, index) => ({ text: piece.normalize('NFC'), isHit: index % 2 === 1 }))
    .filter((piece) => piece.text);
}

/** Folded letters and what may stand for them in a text (folding.ts). */
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
const unseen = '[\\p{M}\\p{Default_Ignorable_Code_Point}ـ]';
/**
 * What may stand after a letter without changing the word: marks, invisible characters, and one joint as in e-mail. All of
 * the marks or none, so that many of them are not divided up in every way.
 */
const AFTER_LETTER = `${unseen}*(?!${unseen})(?:['’‘.\\-‐·־׳״,](?=[\\p{L}\\p{N}]))?`;

// Folded words are letters, digits and marks (words.ts): nothing in them means anything to a RegExp.
function patternOf(terms: readonly Term[]) {
  if (terms.length === 0) return null;
  const longestFirst = terms.flatMap(spellingsOf).toSorted((a, b) => b.words.join('').length - a.words.join('').length);
  return new RegExp(`(${longestFirst.map(patternOfSpelling).join('|')})`, 'iu');
}

function patternOfSpelling({ words, isPrefix }: Spelling) {
  const phrase = words.map(patternOfWord).join('[^\\p{L}\\p{N}]*');
  const begin = isUnspaced(words[0]!) ? '' : '(?<![\\p{L}\\p{N}\\p{M}])';
  const last = words.at(-1)!;
  if (isUnspaced(last)) return `${begin}${phrase}ー*`;
  // Taken apart, a syllable of Hangul would also begin those that end in one consonant more.
  const whole = /\p{Script=Hangul}$/u.test(last) ? '(?![\\u11a8-\\u11ff])' : '';
  return begin + phrase + whole + (isPrefix ? '[\\p{L}\\p{N}\\p{M}]*' : '(?![\\p{L}\\p{N}\\p{M}])');
}

function patternOfWord(word: string) {
  const [, dot = '', middle = word, sign = ''] = /^(dot)?(.+?)(plusplus|sharp)?$/u.exec(word) ?? [];
  const parts = middle.normalize('NFD').match(/ss|ae|oe|th|\P{M}\p{M}*|\p{M}+/gu) ?? [];
  const letters = parts.map((part) => patternOfLetter(part) + AFTER_LETTER).join('');
  return (dot && '(?:dot|\\.)') + letters + (sign && (sign === 'sharp' ? '(?:sharp|[#♯])' : '(?:plusplus|\\+\\+)'));
}

// A letter's own marks, as Indic vowels are, belong to it; a nukta that was taken off may stand before them.
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
