/** Chinese and Japanese are written without spaces: each character counts. Korean has spaces. */
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;

// 238 words a minute (M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109, 2019),
// rounded down. The figures for Chinese and Japanese (characters a minute) and images (seconds) are common practice.
const WORDS_PER_MINUTE = 230;
const CHARACTERS_PER_MINUTE = 500;
const SECONDS_PER_IMAGE = 12;

export type Tally = { words: number; characters: number };

/** Words in a text; a Chinese or Japanese character counts as one. */
export function countWords(text: string) {
  return wordsIn(tally(text));
}

export function wordsIn({ words, characters }: Tally) {
  return words + characters;
}

export function readingMinutes({ words, characters }: Tally, images: number) {
  const minutes = words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE + (images * SECONDS_PER_IMAGE) / 60;
  return Math.max(1, Math.round(minutes));
}

export function tally(text: string): Tally {
  let characters = 0;
  const spaced = text.replace(ideograph, () => {
    characters += 1;
    return ' ';
  });
  let words = 0;
  for (const _ of spaced.matchAll(word)) words += 1;
  return { words, characters };
}
