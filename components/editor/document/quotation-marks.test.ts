import { expect, test } from 'vitest';
import { quotationMark, typographicSign } from './quotation-marks';

/** The text as it would be typed. */
function typed(text: string, language: string) {
  return [...text].reduce((before, typedSign) => {
    const { sign, replaces } = typographicSign(typedSign, before, language) ?? { sign: typedSign, replaces: 0 };
    return before.slice(0, before.length - replaces) + sign;
  }, '');
}

test.each([
  ['en', `"It's 'late'," she said ("so late").`, '“It’s ‘late’,” she said (“so late”).'],
  ['en-GB', `rock 'n' roll—"yes"`, 'rock ‘n’ roll—“yes”'],
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
