/**
 * Letters that look like a Latin one: those of confusables.txt (Unicode UTS #39, Security Mechanisms) that keyboards for
 * Cyrillic, Greek and Armenian have, and Latin ones that spammers use; besides, letters with a stroke and `ґ`, which it takes
 * for a letter with a mark. Left out are г, Ь and ա, գ, զ, ռ, ք, of which ordinary words of their languages consist. What NFKD
 * makes Latin (fullwidth, mathematical, ligatures) is not listed.
 */
const lookAlikes = new Map(
  pairs(
    'а:a с:c ԁ:d е:e һ:h і:i ӏ:i ј:j о:o р:p ԛ:q ѕ:s х:x у:y ү:y ѵ:v ԝ:w ѡ:w ҽ:e ґ:r ꙇ:i ' +
      'А:a В:b С:c Е:e Н:h І:i Ӏ:l Ј:j К:k М:m О:o Р:p Ѕ:s Т:t Ѵ:v Ԝ:w Х:x У:y Ү:y Ԍ:g ' +
      'α:a γ:y ι:i ν:v ο:o ρ:p σ:o υ:u ϳ:j Α:a Β:b Ε:e Ζ:z Η:h Ι:i Ϳ:j Κ:k Μ:m Ϻ:m Ν:n Ο:o Ρ:p Τ:t Υ:y Χ:x Ϝ:f ' +
      'ց:g օ:o հ:h ո:n ս:u Օ:o Ս:u Տ:s ' +
      'ɑ:a Ƅ:b ᴄ:c ɡ:g ƍ:g ı:i ɩ:i ɪ:i Ɩ:l ǀ:l ᴏ:o ᴑ:o Ʀ:r ꜱ:s ƽ:s ᴜ:u ʋ:u ᴠ:v ɯ:w ᴡ:w ɣ:y ʏ:y ỿ:y ᴢ:z ł:l ø:o đ:d',
  ),
);

/** Digits and signs written for letters. One sign stands for i and for l, so those two are one. */
const leet = new Map(pairs('0:o 1:l 3:e 4:a 5:s 7:t 8:b @:a $:s €:e !:l |:l i:l'));

const IGNORED = String.raw`\u00AD\u034F\u200B-\u200D\u2060\uFEFF`;
const plainToken = new RegExp(String.raw`[\p{L}\p{N}\p{M}${IGNORED}]+`, 'gu');
// Bounded, so that a row of signs costs no more than a row of letters.
const leetToken = new RegExp(
  String.raw`[\p{L}\p{N}$@](?:[\p{L}\p{N}\p{M}${IGNORED}$@!|€]{0,80}[\p{L}\p{N}\p{M}$])?`,
  'gu',
);
const dropped = new RegExp(String.raw`[${IGNORED}\u0300-\u036F]`, 'g');
/** Scripts that write words without spaces. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

export type Folded = {
  /** Words with one space before, between and after them. */
  text: string;
  /** For each character of `text`, where it begins and ends in what was folded. */
  begins: number[];
  ends: number[];
};

/** A text as word rules compare it: once as it is written, once with digits and signs read as letters. */
export function foldings(text: string): [Folded, Folded] {
  return [folded(text, plainToken, false), folded(text, leetToken, true)];
}

/** What to look for in each folding; scripts without spaces are found within words. */
export function wordKeys(text: string): [string, string] {
  const [plain, withSigns] = foldings(text).map((one) => (unspaced.test(text) ? one.text.trim() : one.text));
  return [plain ?? '', withSigns ?? ''];
}

function folded(text: string, token: RegExp, readsSigns: boolean): Folded {
  const all: Folded = { text: ' ', begins: [0], ends: [0] };
  for (const { 0: word, index } of text.matchAll(token)) addWord(all, { word, index, readsSigns });
  return all;
}

type Word = { word: string; index: number; readsSigns: boolean };

function addWord(all: Folded, { word, index, readsSigns }: Word) {
  const isLatin = posesAsLatin(word);
  const isWord = readsSigns && /\p{L}/u.test(word);
  const before = all.text.length;
  let at = index;
  for (const character of word) {
    for (const part of lettersOf(character, isLatin))
      push(all, isWord ? (leet.get(part) ?? part) : part, [at, at + character.length]);
    at += character.length;
  }
  if (all.text.length > before) push(all, ' ', [at, at]);
}

function push(all: Folded, text: string, [begin, end]: [number, number]) {
  all.text += text;
  for (let unit = 0; unit < text.length; unit += 1) {
    all.begins.push(begin);
    all.ends.push(end);
  }
}

function lettersOf(character: string, isLatin: boolean) {
  const bare = character.normalize('NFKD').replace(dropped, '');
  return Array.from(bare, (part) => (isLatin && lookAlikes.get(part)) || part.toLowerCase());
}

// A word of another script alone stays what it is, unless every letter of it could be Latin.
function posesAsLatin(word: string) {
  const letters = Array.from(word.normalize('NFKD')).filter((part) => /\p{L}/u.test(part));
  return letters.some((part) => /\p{Script=Latin}/u.test(part)) || letters.every((part) => lookAlikes.has(part));
}

function pairs(table: string) {
  return table.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(-1)] as const);
}
