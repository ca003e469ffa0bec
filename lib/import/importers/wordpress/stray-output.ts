import { plainTextOf } from './bodies';

/** Enough to recognise a message; longer texts are not searched. */
const SEARCHED = 4_000;
const MAX_QUOTED = 200;

const levels =
  'fatal error|parse error|warning|notice|deprecated|strict standards|catchable fatal error|recoverable fatal error';
const phpMessage = new RegExp(`\\b(?:PHP )?(?:${levels}): .{1,1500}? on line \\d+`, 'i');
const failedPage =
  /there has been a critical error on (?:this|your) website|error establishing a database connection|wordpress database error/i;

/** A message of PHP or an error page of WordPress, as a quotation; null for other text. */
export function errorMessageIn(output: string) {
  const text = plainWords(output);
  const found = phpMessage.exec(text) ?? failedPage.exec(text);
  return found && quoted(found[0]);
}

/** The beginning of a text without its markup, as a quotation; "" if there is none. */
export function quotationOf(output: string) {
  return quoted(plainWords(output));
}

function plainWords(output: string) {
  return plainTextOf(output.slice(0, SEARCHED)).replace(/\s+/g, ' ').replace(/ :/g, ':').trim();
}

function quoted(text: string) {
  if (text === '') return '';
  return text.length > MAX_QUOTED ? `“${text.slice(0, MAX_QUOTED)} …”` : `“${text}”`;
}
