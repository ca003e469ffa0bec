import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { comparePictures, compareTexts, foldUnchanged, picturesIn, type ComparedLine } from './comparing';

const paragraphs = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const read = (lines: readonly ComparedLine[]) =>
  lines.map(({ parts }) =>
    parts.map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind]).join(''),
  );

test.each([
  [['It sails at nine.'], ['It sails at ten.'], ['It sails at [-nine-]{+ten+}.']],
  [
    ['One.', 'Two.'],
    ['One.', 'New.', 'Two.'],
    ['One.', '{+New.+}', 'Two.'],
  ],
  [
    ['One.', 'Nothing of it stays.'],
    ['One.', 'A wholly other thing'],
    ['One.', '[-Nothing of it stays.-]', '{+A wholly other thing+}'],
  ],
  [['彼は九時に出る。'], ['彼は十時に出る。'], ['彼は[-九-]{+十+}時に出る。']],
  [['Same.'], ['Same.'], ['Same.']],
])('%j and %j are compared word by word', (before, after, expected) => {
  expect(read(compareTexts(paragraphs(...before), paragraphs(...after)))).toEqual(expected);
});

test('both texts can be read off their comparison', () => {
  const line = fc.array(fc.constantFrom('net', 'rope', 'quay', 'gull'), { minLength: 1, maxLength: 6 });
  const text = fc.array(
    line.map((words) => words.join(' ')),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const compared = compareTexts(paragraphs(...before), paragraphs(...after));
      const side = (left: string) =>
        compared.map(({ parts }) =>
          parts
            .filter(({ kind }) => kind !== left)
            .map((part) => part.text)
            .join(''),
        );
      expect(side('new').filter(Boolean)).toEqual(before);
      expect(side('gone').filter(Boolean)).toEqual(after);
    }),
  );
});

test('what did not change is folded, but for a paragraph beside each change', () => {
  const before = paragraphs('a', 'b', 'c', 'd', 'e');
  const runs = foldUnchanged(compareTexts(before, paragraphs('a', 'b', 'c', 'd', 'e', 'f')));
  expect(runs.map(({ isFolded, lines }) => [isFolded, lines.length])).toEqual([
    [true, 4],
    [false, 2],
  ]);
});

test('pictures went, came, or are described otherwise', () => {
  const [quay, boat] = [
    '<img src="/uploads/quay.png" alt="A &quot;quay&quot;">',
    '<img alt="Boat" src="/uploads/boat.png">',
  ];
  const before = picturesIn(`<p>${quay}</p>${boat}`);
  expect(before).toEqual([
    { src: '/uploads/quay.png', alt: 'A "quay"' },
    { src: '/uploads/boat.png', alt: 'Boat' },
  ]);
  expect(comparePictures(before, before)).toEqual([]);
  const after = [
    { src: '/uploads/quay.png', alt: 'The quay' },
    { src: '/uploads/gull.png', alt: '' },
  ];
  expect(comparePictures(before, after)).toEqual([
    { before: before[0], after: after[0] },
    { before: before[1], after: null },
    { before: null, after: after[1] },
  ]);
});

test('20,000 words with changes in every tenth paragraph are compared within 100 ms', () => {
  const lines = Array.from({ length: 400 }, (_, at) =>
    Array.from({ length: 50 }, (__, word) => `word${at}x${word}`).join(' '),
  );
  const after = lines.map((line, at) =>
    at % 10 === 0 ? line.replace('x7 ', 'x7, indeed, ').replace('x30 ', ' ') : line,
  );
  compareTexts(paragraphs(...lines), paragraphs(...after));
  const time = startProcessorTime();
  const compared = compareTexts(paragraphs(...lines), paragraphs(...after));
  expect(time()).toBeLessThan(100);
  expect(compared.filter(({ kind }) => kind === 'changed')).toHaveLength(40);
});
