/** White space, controls, ignorable characters (Unicode), annotation marks, blank letters and symbols, and marks that stand on none. */
const BLANK = String.raw`\s\p{Z}\u2800\u{13441}\u{13442}\u{1D159}`;
const unseen = new RegExp(String.raw`[${BLANK}\p{Cc}\p{DI}\p{Mn}\p{Me}\uFFF9-\uFFFB\uFFFE\uFFFF]+`, 'gu');
const blankEnds = new RegExp(`^[${BLANK}]+|(?<![${BLANK}])[${BLANK}]+$`, 'gu');
const joining = 'Arab Syrc Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt'
  .split(' ')
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');

/** Ignorable characters that names need, in words or emoji. */
const written = [
  String.raw`(?<=(?!\p{DI})[${joining}])[\u200C\u200D](?=(?!\p{DI})[${joining}])`,
  String.raw`(?<=\p{ExtPict}\uFE0F?|\p{EMod})\u200D(?=\p{ExtPict})`,
  String.raw`(?<=\p{ExtPict})[\uFE0E\uFE0F]|(?<=[0-9#*])\uFE0F(?=\u20E3)`,
  String.raw`(?<=\p{Script=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=(?!\p{DI})\p{Script=Mong})[\u180B-\u180F]`,
  String.raw`(?<=\u{1F3F4}[\u{E0020}-\u{E007E}]{0,8})[\u{E0020}-\u{E007F}]`,
].join('|');
/** More marks on one letter than any script writes, so that a stack of them cannot cover what stands above and below. */
const MAX_MARKS = 8;
const mark = String.raw`[\p{Mn}\p{Me}]\p{Cf}*`;
const stacked = new RegExp(`((?:${mark}){${MAX_MARKS}})(?:${mark})+`, 'gu');
const ignorable = new RegExp(String.raw`(${written})|[\p{DI}\uFFF9-\uFFFB]`, 'gu');

export function isSeen(text: string) {
  return text.replace(unseen, '') !== '';
}

/** One line in NFC, without control or bidi characters or stacks of marks; "" if nothing is visible. Idempotent. */
export function lineOf(text: string) {
  return linesOf(text).replace(/[\s\p{Z}]+/gu, ' ');
}

/** As lineOf, keeping line breaks. */
export function linesOf(text: string) {
  return isSeen(text) ? composed(withoutControls(text)).replace(blankEnds, '') : '';
}

/** A name in one line, without invisible lookalike characters; joiners of Persian, Indic scripts and emoji stay. */
export function nameOf(text: string) {
  return lineOf(lineOf(text).replace(ignorable, (sign, kept?: string) => (kept === undefined ? '' : sign)));
}

/** A text without ignorable characters, for comparisons. */
export function withoutIgnorable(text: string) {
  return text.replace(/[\p{DI}\u20E3\uFFF9-\uFFFB]+/gu, '');
}

/** A text without bidi characters and controls, except line feeds and tabs. */
export function withoutControls(text: string) {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, '');
}

/** A text in NFC, with at most eight combining marks on each letter. */
export function composed(text: string) {
  return text.normalize('NFC').replace(stacked, '$1');
}
