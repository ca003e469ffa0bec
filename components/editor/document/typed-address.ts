import { addressFrom } from './addresses';

/** A typed address at the end of a line: its start, length and target. */
export type TypedAddress = { index: number; length: number; address: string };

/** Scripts without spaces, where an address may follow a letter directly. */
const begins =
  /(?:^|[^\p{L}\p{N}@/.:_-]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}:：])(https?:\/\/|www\.)/giu;
const neverInside = /[\s<>"“”„«»‹›「」『』（）【】《》〈〉、。，！？；：…`|\\^{}]/u;
const mark = /[.,;:!?'’‘*_~\])}]/;

/** The address at the end of `text`, without surrounding punctuation. */
export function typedAddress(text: string): TypedAddress | null {
  const line = text.trimEnd();
  const wordStart = line.search(/\S+$/);
  if (wordStart < 0) return null;
  const start = [...line.slice(wordStart).matchAll(begins)].at(0);
  if (!start?.[1]) return null;
  const index = wordStart + start.index + start[0].length - start[1].length;
  const typed = withoutMarks(firstPart(line.slice(index)));
  const address = isWhole(typed) ? addressFrom(typed) : null;
  return address ? { index, length: typed.length, address } : null;
}

function firstPart(text: string) {
  const end = text.search(neverInside);
  return end < 0 ? text : text.slice(0, end);
}

// A closing bracket belongs to the address if it was opened there: …/Fog_(weather).
function withoutMarks(text: string) {
  const unopened: Record<string, number> = {
    ')': count(text, ')') - count(text, '('),
    ']': count(text, ']') - count(text, '['),
  };
  let end = text.length;
  for (; mark.test(text[end - 1] ?? ''); end -= 1) {
    const left = unopened[text[end - 1]!];
    if (left === undefined) continue;
    if (left <= 0) break;
    unopened[text[end - 1]!] = left - 1;
  }
  return text.slice(0, end);
}

function count(text: string, sign: string) {
  return text.split(sign).length - 1;
}

function isWhole(typed: string) {
  if (/^www\./i.test(typed)) return /^www\.[^./]+\.[^.]/i.test(typed) && URL.canParse(`https://${typed}`);
  return URL.canParse(typed);
}
