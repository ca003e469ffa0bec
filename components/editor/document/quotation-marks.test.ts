import { expect, test } from 'vitest';
import { APOSTROPHE, mistakenQuote, quotationMark, typographicSign } from './quotation-marks';

/** The text as it would be typed. */
function typed(text: string, language: string) {
  return [...text].reduce((before, typedSign) => {
    const { sign, replaces } = typographicSign(typedSign, before, language) ?? { sign: typedSign, replaces: 0 };
    const distance = mistakenQuote(typedSign, before, language);
    const at = distance === null ? before.length : before.length - distance;
    const mended = distance === null ? before : before.slice(0, at) + APOSTROPHE + before.slice(at + 1);
    return mended.slice(0, mended.length - replaces) + sign;
  }, '');
}

test.each([
  ['en', `"It's 'late'," she said ("so late").`, '“It’s ‘late’,” she said (“so late”).'],
  ['en-GB', `rock 'n' roll—"yes"`, 'rock ’n’ roll—“yes”'],
  ['en', `'Twas the '90s: "'Tis 'em," he said.`, '’Twas the ’90s: “’Tis ’em,” he said.'],
  [
    'en',
    `fish 'n chips, 'tisn't the class of '68, in '69 too.`,
    'fish ’n chips, ’tisn’t the class of ’68, in ’69 too.',
  ],
  ['en', `the word 'em', 'embers', 'Twasher' and '24 hours'`, 'the word ‘em’, ‘embers’, ‘Twasher’ and ‘24 hours’'],
  ['en', `"'90 days' and '90'"`, '“‘90 days’ and ‘90’”'],
  ['de', `'90s und 'n '`, '‚90s und ‚n ‚'],
  ['de', `"Wie geht's?", sagte 'sie'.`, '„Wie geht’s?“, sagte ‚sie‘.'],
  ['fr', `"L'eau"`, '«\u202fL’eau\u202f»'],
  ['es', `"Sí"`, '«Sí»'],
  ['xx', `"a"`, '“a”'],
  ['ja', `"a"`, '"a"'],
  ['en', 'years -- and', 'years – and'],
  ['de', 'Tage---und mehr...', 'Tage—und mehr…'],
  ['en', 'low-lying land.. ', 'low-lying land.. '],
  ['en', '---', '---'],
  ['ja', 'a--b...', 'a--b...'],
])('in %s, %s becomes %s', (language, text, expected) => {
  expect(typed(text, language)).toBe(expected);
});

test('other signs stay', () => {
  expect(quotationMark('´', '', 'en')).toBeNull();
});
