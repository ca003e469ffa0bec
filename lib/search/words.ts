import { folded } from './folding';

const MAX_TERMS = 8;
const MAX_WORDS = 16;
const MAX_WORD_LENGTH = 60;
const MAX_INDEXED_LENGTH = 250_000;

export type Spelling = { words: string[]; isPrefix: boolean };

export type Term = Spelling & { others?: Spelling[]; isQuoted?: true };

export type TextWords = { words: string[]; beside: string[] };

// Scripts without spaces: each character is a word, and a written word is a phrase.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー〆]/u;
const unspacedOrRun = new RegExp(`${unspaced.source}\\p{M}*|(?:(?!${unspaced.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const run = '[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*';
/** Between the parts of a word that are also written as one: e-mail, node.js, don’t, 1,200. */
const joint = "(?:['’‘.\\-‐·־׳״]|(?<=\\p{N}),(?=\\p{N}))";
// Only at the start of a run: otherwise a long run is rescanned from each letter.
const begin = '(?<![\\p{L}\\p{N}\\p{M}])';
const joinedRuns = new RegExp(`${begin}${run}(?:${joint}${run})+`, 'gu');
const joints = new RegExp(joint, 'gu');

/** The words of a text as both databases index them: lower case, no accents, letters and digits only. */
export function foldedWords(text: string): string[] {
  return cut(withSigns(folded(text.slice(0, MAX_INDEXED_LENGTH))));
}

/** The words of a text, and variants: email for e-mail, notepad for Notepad++. */
export function wordsOfText(text: string): TextWords {
  const plain = folded(text.slice(0, MAX_INDEXED_LENGTH));
  const bases = signs.test(plain)
    ? (plain.match(/(?<!\p{L})\p{L}{2,}(?=\+\+|[#♯])|(?<=(?:^|[^\p{L}\p{N}\p{M}.])\.)[a-z]{2,}/gu) ?? [])
    : [];
  return { words: cut(withSigns(plain)), beside: [...new Set([...joinedIn(plain), ...bases.map(short)])] };
}

/** The distinct letter runs of a text, in lower case. */
export function writtenRuns(text: string): Set<string> {
  const plain = text
    .slice(0, MAX_INDEXED_LENGTH)
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase();
  return new Set(plain.match(/\p{L}[\p{L}\p{N}\p{M}]*/gu) ?? []);
}

/** Whether a run has word forms: no numbers, no unspaced scripts. */
export function isWord(run: string) {
  return run.length > 1 && run.length <= MAX_WORD_LENGTH && !/\p{N}/u.test(run) && !isUnspaced(run);
}

/** Parses a query. Quotes and hyphens make phrases; the last word is a prefix. Nothing else is syntax. */
export function termsOf(question: string): Term[] {
  const terms: Term[] = [];
  let left = MAX_WORDS;
  for (const { text, isQuoted, isLast } of partsOf(question)) {
    const words = foldedWords(text).slice(0, left);
    if (words.length === 0 || terms.length === MAX_TERMS) continue;
    left -= words.length;
    const isPrefix = !isQuoted && isBeginning(words.at(-1)!, isLast);
    const joined = isQuoted ? [] : joinedIn(folded(text)).filter((word) => word === words.join(''));
    if (terms.some((term) => term.words.join(' ') === words.join(' '))) continue;
    terms.push({
      words,
      isPrefix,
      ...(joined.length > 0 && { others: [{ words: joined, isPrefix }] }),
      ...(isQuoted && words.length === 1 && { isQuoted }),
    });
  }
  return terms;
}

export function spellingsOf({ words, isPrefix, others = [] }: Term): Spelling[] {
  return [{ words, isPrefix }, ...others];
}

/** Whether a word is written without spaces, so that it may be inside a run. */
export function isUnspaced(word: string) {
  return unspaced.test(word);
}

// A single letter begins too many words to be a useful prefix; a syllable of Hangul does not.
function isBeginning(word: string, isLast: boolean) {
  return !isUnspaced(word) && (/\p{Script=Hangul}/u.test(word) || (isLast && word.length > 1));
}

/** Quick check: most texts contain none of C++, C# or .NET. */
const signs = /\+\+|[#♯]|\.[a-z]/;

function withSigns(plain: string) {
  if (!signs.test(plain)) return plain;
  return plain
    .replace(/(?<=\p{L}\p{M}*)\+\+(?![\p{L}+])/gu, 'plusplus ')
    .replace(/(?<=\p{L}\p{M}*)[#♯](?!\p{L})/gu, 'sharp ')
    .replace(/(?<=^|[^\p{L}\p{N}\p{M}.])\.(?=[a-z]{2})/gu, 'dot');
}

function cut(plain: string) {
  const runs = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const words = runs.flatMap((run) => (unspaced.test(run) ? (run.match(unspacedOrRun) ?? []) : [run]));
  return words.map(short);
}

function joinedIn(plain: string) {
  const joined = (plain.match(joinedRuns) ?? []).map((chain) => chain.replace(joints, ''));
  return joined.filter((word) => word.length <= MAX_WORD_LENGTH && !isUnspaced(word));
}

function short(word: string) {
  return word.length > MAX_WORD_LENGTH ? word.slice(0, MAX_WORD_LENGTH).toWellFormed() : word;
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
