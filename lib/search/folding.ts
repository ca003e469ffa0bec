const spelled: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ک: 'ك',
  'ँ': 'ं',
  ʼ: '’',
  ʻ: '’',
};
const spelledLetters = new RegExp(Object.keys(spelled).join('|'), 'g');

/** Marks that only decorate: accents, vowel points, tatweel, nukta. Other Indic marks are vowels. */
const decoration = new RegExp(
  '[\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u0640' +
    '\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u0711\\u0730-\\u074a' +
    '\\u08d3-\\u08e1\\u08e3-\\u08ff\\u093c\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f]',
  'g',
);

/** The zeros of other digit systems; the digits 1–9 follow each. */
const zeros = '٠۰०০੦૦୦௦౦೦൦๐໐༠၀០';
const digits = new RegExp(`[${[...zeros].map((zero) => `${zero}-${after(zero, 9)}`).join('')}]`, 'g');

export function writtenDigits(digit: string) {
  return digit + [...zeros].map((zero) => after(zero, Number(digit))).join('');
}

/** Removes case, accents, vowel points, invisible characters and letter variants. NFC, so Hangul stays composed. */
export function folded(text: string): string {
  return (
    text
      // Between Persian letters ZWNJ separates words like a hyphen; elsewhere it only shapes letters.
      .replace(/(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic})/gu, '-')
      .replace(/[™℠]/g, ' ')
      .normalize('NFKD')
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .toLowerCase()
      .replace(decoration, '')
      .replace(spelledLetters, (letter) => spelled[letter]!)
      .replace(digits, plainDigit)
      .replace(/[ङञणनम]्(?=\p{L})/gu, 'ं')
      .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(/ー{2,}/g, 'ー')
      .replace(/ー(?![\u3041-\u3096\p{Script=Han}])/gu, '')
      .replace(/\u0e4d\u0e32/g, '\u0e33')
      .replace(/\u0ecd\u0eb2/g, '\u0eb3')
      .normalize('NFC')
  );
}

function plainDigit(digit: string) {
  const zero = [...zeros].find((each) => each <= digit && digit <= after(each, 9)) ?? digit;
  return String(digit.charCodeAt(0) - zero.charCodeAt(0));
}

function after(character: string, steps: number) {
  return String.fromCharCode(character.charCodeAt(0) + steps);
}
