import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composed, isSeen, lineOf, linesOf, nameOf } from './visible-text';

const invisible = [
  ' ',
  '\t',
  '\n',
  '\u00A0',
  '\u00AD',
  '\u034F',
  '\u061C',
  '\u115F',
  '\u1160',
  '\u17B4',
  '\u180E',
  '\u200B',
  '\u200C',
  '\u200D',
  '\u200E',
  '\u202E',
  '\u2028',
  '\u2060',
  '\u2066',
  '\u2800',
  '\u3000',
  '\u3164',
  '\uFE0F',
  '\uFEFF',
  '\uFFA0',
  '\uFFF9',
  '\u{1D159}',
  '\u{E0041}',
  '\u{E0100}',
];
const nothing = fc.array(fc.constantFrom(...invisible), { maxLength: 12 }).map((parts) => parts.join(''));
const anything = fc
  .array(
    fc.oneof(
      fc.constantFrom(...invisible, '❤', '👩', '🏴', '1', '\u20E3', 'क', '\u094D', 'می', '葛', 'a'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test.each(invisible)('finds nothing visible in %j', (text) => {
  expect([isSeen(text), lineOf(text), linesOf(text), nameOf(text)]).toEqual([false, '', '', '']);
});

test('treats any number of invisible characters as nothing, and drops them beside a letter', () => {
  fc.assert(
    fc.property(nothing, nothing, (before, after) => {
      expect(isSeen(before)).toBe(false);
      expect(isSeen(`${before}x${after}`)).toBe(true);
      expect(nameOf(`${before}x${after}`)).toBe('x');
    }),
  );
});

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const make of [lineOf, linesOf, nameOf]) {
        const once = make(text);
        expect(make(once)).toBe(once);
        expect(once === '').toBe(!isSeen(once));
        expect(once).not.toMatch(/(?!\n|\t)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        expect(once.isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
}, 60_000);

describe('a name', () => {
  test.each([
    ['Mi\u200Bra', 'Mira'],
    ['Mira\u202Eadmin', 'Miraadmin'],
    ['Do\u00ADnau', 'Donau'],
    ['\u200Eאבי', 'אבי'],
    ['  Mira\u3164 Holm ', 'Mira Holm'],
    ['Mira\u00A0Holm', 'Mira Holm'],
  ])('%j is %j', (typed, name) => {
    expect(nameOf(typed)).toBe(name);
  });

  test.each([
    'می\u200Cخواهم',
    'क्\u200Dष',
    '👩\u200D🚀',
    '❤\uFE0F',
    '1\uFE0F\u20E3',
    '葛\u{E0100}飾',
    '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    '⠓⠊',
  ])('keeps how %s is written', (name) => {
    expect(nameOf(name)).toBe(name);
  });
});

test('a title keeps its soft hyphens and marks of direction', () => {
  expect(lineOf(' Donau\u00ADdampf\n\u200Fאב\u200F ')).toBe('Donau\u00ADdampf \u200Fאב\u200F');
  expect(linesOf('a\r\n b\u0007\n')).toBe('a\n b');
});

describe('marks on one letter', () => {
  const acutes = (count: number) => '\u0301'.repeat(count);

  test('are nothing without a letter', () => {
    for (const marks of ['\u0301\u0323', '\u20E3 \u0948']) {
      expect([isSeen(marks), lineOf(marks)]).toEqual([false, '']);
      expect(isSeen(`e${marks}`)).toBe(true);
    }
  });

  test('are at most eight, with what joins them', () => {
    expect(composed(`x${acutes(60)} and q${'\u0308\u200D'.repeat(20)}`)).toBe(
      `x${acutes(8)} and q${'\u0308\u200D'.repeat(8)}`,
    );
    expect(lineOf(`Ida${acutes(30)}`).length).toBeLessThanOrEqual('Ida'.length + 8);
  });

  test.each(['שָׁ֣ב', 'བསྒྲུབས', 'ကျွန်ုပ်', 'ที่นี้', 'Việt', '❤️‍🔥', '1️⃣'])('stay as they are written in %s', (word) => {
    expect(composed(word)).toBe(word.normalize('NFC'));
  });

  test('are read in a time that grows with the text alone', () => {
    const began = process.cpuUsage();
    composed(acutes(2_000_000));
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2_000);
  });
});
