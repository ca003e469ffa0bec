import { expect, test } from 'vitest';
import { judgeSizes, readSizes } from './sizes.mjs';

const code = 'eslint(max-lines-per-function)';
const filename = 'lib/posts/post.ts';
const named = (name: string, lines: number) => ({ filename, name, lines });
const small = Array.from({ length: 5 }, (_, i) => named(`small${i}`, 8));
const files = [
  { filename, lines: 60 },
  { filename: 'lib/posts/publishing/slugs.ts', lines: 20 },
  { filename: 'lib/posts/publishing/schedule.ts', lines: 300 },
];

test('the sizes of files and of functions with a name are read from the linter’s report', () => {
  const diagnostics = [
    { code, filename, message: 'The async function `savePost` has too many lines (12). Maximum allowed is 0.' },
    { code, filename, message: 'The function has too many lines (3). Maximum allowed is 0.' },
    { code: 'eslint(max-lines)', filename, message: 'File has too many lines (26).' },
    { filename, message: 'Unexpected token' },
  ];
  expect(readSizes({ diagnostics })).toEqual({ functions: [named('savePost', 12)], files: [{ filename, lines: 26 }] });
});

test('sizes within the limits pass, and are reported', () => {
  expect(judgeSizes({ functions: [...small, named('long', 80)], files })).toEqual({
    figures: { medianFunction: 8, largestFunction: 80, medianFile: 60 },
    faults: [],
  });
});

test('a function over the limit is named', () => {
  const { faults } = judgeSizes({ functions: [...small, named('long', 81)], files });
  expect(faults).toEqual(['lib/posts/post.ts: "long" has 81 lines; at most 80. Split it.']);
});

test('the medians are checked as well', () => {
  const functions = Array.from({ length: 3 }, (_, i) => named(`f${i}`, 9));
  const { faults } = judgeSizes({ functions, files: [{ filename, lines: 61 }] });
  expect(faults).toEqual(['The median function has 9 lines; at most 8.', 'The median file has 61 lines; at most 60.']);
});
