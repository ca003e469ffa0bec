/** How many words of a question count, and how long each may be. */
const WORDS = 8;
const WORD_LENGTH = 60;
const SNIPPET_LENGTH = 220;

/** A piece of text, marked where it answers the question. */
export type Snippet = { text: string; isHit: boolean }[];

/** The words of a question, lower case, each once. Whatever is typed is text to look for, never syntax. */
export function wordsOf(question: string) {
  const words =
    question
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, WORD_LENGTH)))].slice(0, WORDS);
}

/** The part of a text that answers best, with the words of the question marked. */
export function snippetOf(text: string, words: readonly string[]): Snippet {
  const plain = text.replace(/\s+/g, ' ').trim();
  const lower = plain.toLowerCase();
  // Lower case may change a text's length (İ): then the places would be wrong, and the text is shown unmarked.
  const hits = lower.length === plain.length ? words.map((word) => lower.indexOf(word)).filter((at) => at >= 0) : [];
  const first = hits.length > 0 ? Math.min(...hits) : 0;
  const from = first < SNIPPET_LENGTH / 2 ? 0 : wordStart(plain, first - SNIPPET_LENGTH / 3);
  const cut = plain.slice(from, from + SNIPPET_LENGTH);
  const shown = `${from > 0 ? '… ' : ''}${cut}${from + SNIPPET_LENGTH < plain.length ? ' …' : ''}`;
  return marked(shown, words);
}

/** A text in pieces, marked wherever one of the words stands. */
export function marked(text: string, words: readonly string[]): Snippet {
  if (words.length === 0) return [{ text, isHit: false }];
  // Words are letters, digits, hyphens and apostrophes (wordsOf): nothing in them means anything to a RegExp.
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return text
    .split(new RegExp(`(${longestFirst.join('|')})`, 'giu'))
    .map((piece, index) => ({ text: piece, isHit: index % 2 === 1 }))
    .filter((piece) => piece.text);
}

function wordStart(text: string, at: number) {
  const from = Math.max(0, Math.floor(at));
  const space = text.indexOf(' ', from);
  return space < 0 ? from : space + 1;
}
