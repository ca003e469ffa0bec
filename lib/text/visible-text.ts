/**
 * Invisible characters: white space, controls, what Unicode has programs ignore (soft hyphens, joiners, fillers,
 * variation selectors), marks of annotation, and blanks that count as letters or signs.
 */
const BLANK = String.raw`\s\p{Z}\u2800\u{13441}\u{13442}\u{1D159}`;
const unseen = new RegExp(String.raw`[${BLANK}\p{Cc}\p{DI}\uFFF9-\uFFFB\uFFFE\uFFFF]+`, 'gu');
const blankEnds = new RegExp(`^[${BLANK}]+|(?<![${BLANK}])[${BLANK}]+$`, 'gu');
const joining = 'Arab Syrc Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt'
  .split(' ')
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('');

/** Ignorable characters that are part of how a word or an emoji is written, and stay in names. */
const written = [
  String.raw`(?<=(?!\p{DI})[${joining}])[\u200C\u200D](?=(?!\p{DI})[${joining}])`,
  String.raw`(?<=\p{ExtPict}\uFE0F?|\p{EMod})\u200D(?=\p{ExtPict})`,
  String.raw`(?<=\p{ExtPict})[\uFE0E\uFE0F]|(?<=[0-9#*])\uFE0F(?=\u20E3)`,
  String.raw`(?<=\p{Script=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=(?!\p{DI})\p{Script=Mong})[\u180B-\u180F]`,
  String.raw`(?<=\u{1F3F4}[\u{E0020}-\u{E007E}]{0,8})[\u{E0020}-\u{E007F}]`,
].join('|');
const ignorable = new RegExp(String.raw`(${written})|[\p{DI}\uFFF9-\uFFFB]`, 'gu');

/** Whether there is anything to be seen in a text. */
export function isSeen(text: string) {
  return text.replace(unseen, '') !== '';
}

/**
 * One line as people write it in a title or a description: no controls, nothing that turns the reading direction of what
 * follows, one spelling (NFC); empty if nothing is to be seen in it. Applying it twice changes nothing.
 */
export function lineOf(text: string) {
  return linesOf(text).replace(/[\s\p{Z}]+/gu, ' ');
}

/** As lineOf, with its line breaks. */
export function linesOf(text: string) {
  return isSeen(text) ? withoutControls(text).normalize('NFC').replace(blankEnds, '') : '';
}

/**
 * A name on one line, in which no invisible character can make two names of one: soft hyphens, zero-width spaces, marks
 * of direction and fillers are taken out. What Persian, the scripts of India and emoji are written with stays.
 */
export function nameOf(text: string) {
  return lineOf(lineOf(text).replace(ignorable, (sign, kept?: string) => (kept === undefined ? '' : sign)));
}

/** A text without what only programs see, for comparing. */
export function withoutIgnorable(text: string) {
  return text.replace(/[\p{DI}\u20E3\uFFF9-\uFFFB]+/gu, '');
}

/** A text with line feeds and tabs as its only control characters, and none that turn the direction of what follows. */
export function withoutControls(text: string) {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, '');
}
