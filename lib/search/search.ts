import { isUnspaced, type Term } from './words';

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

/** Folded letters and what may stand for them in a text. */
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
};

// Folded words are letters, digits and marks (words.ts): nothing in them means anything to a RegExp.
function patternOf(terms: readonly Term[]) {
  if (terms.length === 0) return null;
  const longestFirst = terms.toSorted((a, b) => b.words.join('').length - a.words.join('').length);
  const alternatives = longestFirst.map(({ words, isPrefix }) => {
    const phrase = words.map(spellings).join('[^\\p{L}\\p{N}]*');
    const begin = isUnspaced(words[0]!) ? '' : '(?<![\\p{L}\\p{N}\\p{M}])';
    const end = isPrefix ? '[\\p{L}\\p{N}\\p{M}]*' : '(?![\\p{L}\\p{N}\\p{M}])';
    return begin + phrase + (isUnspaced(words.at(-1)!) ? '' : end);
  });
  return new RegExp(`(${alternatives.join('|')})`, 'iu');
}

function spellings(word: string) {
  const parts = word.match(/ss|ae|oe|th|[\s\S]/gu) ?? [];
  return parts.map((part) => `${standIns[part] ?? part}\\p{M}*`).join('');
}

function wordStart(text: string, at: number) {
  const from = Math.max(0, Math.floor(at));
  const space = text.indexOf(' ', from);
  return space < 0 ? from : space + 1;
}
