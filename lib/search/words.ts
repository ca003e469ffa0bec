/** How many words and phrases of a question count, how many words in all, and how long a word may be. */
const TERMS = 8;
const WORDS = 16;
const WORD_LENGTH = 60;
/** So much of a text is indexed, in characters: about 40,000 words. */
const INDEXED = 250_000;

/** One thing to look for: a word, or several that must stand one after the other. */
export type Term = { words: string[]; isPrefix: boolean };

/** Letters that stay what they are when their marks are taken off, but that people also write plainly. */
const spelled: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
};
const spelledLetters = new RegExp(`[${Object.keys(spelled).join('')}]`, 'g');
// Scripts that put no space between words: every character is a word, and a word of theirs is a phrase.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const unspacedOrRun = new RegExp(`${unspaced.source}\\p{M}*|(?:(?!${unspaced.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** The words of a text as both databases index them: lower case, without accents, letters and digits only. */
export function foldedWords(text: string): string[] {
  const plain = text
    .slice(0, INDEXED)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(spelledLetters, (letter) => spelled[letter]!);
  const runs = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const words = runs.flatMap((run) => (unspaced.test(run) ? (run.match(unspacedOrRun) ?? []) : [run]));
  return words.map((word) => (word.length > WORD_LENGTH ? word.slice(0, WORD_LENGTH).toWellFormed() : word));
}

/**
 * What a question asks for. Words in quotes must stand together, and so must the parts of "harbour-master"; the last
 * word may be the beginning of one. Whatever else is typed is text to look for, never syntax.
 */
export function termsOf(question: string): Term[] {
  const terms: Term[] = [];
  let left = WORDS;
  for (const { text, isQuoted, isLast } of partsOf(question)) {
    const words = foldedWords(text).slice(0, left);
    if (words.length === 0 || terms.length === TERMS) continue;
    left -= words.length;
    // A single letter begins too many words to mean one of them.
    const last = words.at(-1)!;
    const isPrefix = isLast && !isQuoted && last.length > 1 && !isUnspaced(last);
    if (!terms.some((term) => term.words.join(' ') === words.join(' '))) terms.push({ words, isPrefix });
  }
  return terms;
}

/** Whether a word is written without spaces around it, so that it may stand anywhere in a run of letters. */
export function isUnspaced(word: string) {
  return unspaced.test(word);
}

function partsOf(question: string) {
  const parts = [...question.matchAll(/["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|[^\s"“”„«»]+/gu)];
  const lastWord = parts.findLastIndex(([whole]) => /[\p{L}\p{N}]/u.test(whole));
  return parts.map(([whole, quoted], at) => ({
    text: quoted ?? whole,
    isQuoted: quoted !== undefined,
    isLast: at === lastWord,
  }));
}
