import { eachGram, factsOf, gramValue, readable, WEIGHTS, type Judged } from './features';

export const MAX_REASONS = 5;
const MAX_WORD = 32;
const SPACE = 32;

type Reason = { words: string; weight: number; isQuoted?: true };

/** What speaks most for spam, in words: “pills”, 3 links, an account less than a day old. */
export function reasonsOf(weights: Float32Array, judged: Judged): string[] {
  const facts: Reason[] = factsOf(judged).map(({ index, words }) => ({ words, weight: weights[index]! }));
  return [...facts, ...wordsOf(weights, judged)]
    .filter(({ words, weight }) => words !== '' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_REASONS)
    .map(({ words, isQuoted }) => (isQuoted ? `“${shortened(words)}”` : words));
}

// An n-gram counts for the word that it begins in, once in a text.
function wordsOf(weights: Float32Array, judged: Judged): Reason[] {
  const text = readable(judged.text);
  const words = text.split(' ');
  const wordAt = wordNumbers(text);
  const sums = new Float64Array(words.length);
  const seen = new Uint8Array(WEIGHTS);
  let grams = 0;
  eachGram(text, (index, at) => {
    if (seen[index]) return;
    seen[index] = 1;
    grams += 1;
    sums[wordAt[at]!] = sums[wordAt[at]!]! + weights[index]!;
  });
  const byWord = new Map<string, number>();
  for (const [at, word] of words.entries()) byWord.set(word, (byWord.get(word) ?? 0) + sums[at]! * gramValue(grams));
  return Array.from(byWord, ([word, weight]) => ({ words: word, weight, isQuoted: true as const }));
}

/** For each place, the word that it is in; the space before a word belongs to it. */
function wordNumbers(text: string) {
  const numbers = new Uint16Array(text.length);
  let number = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) === SPACE) number += 1;
    numbers[at] = number;
  }
  return numbers;
}

function shortened(word: string) {
  const bare = word.replace(/^https?:\/\//, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || word;
  return bare.length > MAX_WORD ? `${bare.slice(0, MAX_WORD - 1).toWellFormed()}…` : bare;
}
