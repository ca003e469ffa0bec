import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines, readableLines } from './text-diff';

test('a text is read block by block, without its marks', () => {
  const html = '<h2>Nets</h2><p>Dry &amp; <em>mended</em>.<br>Twice.</p><figure><img src="x" alt="A quay"></figure>';
  expect(readableLines(html)).toEqual(['Nets', 'Dry & mended.', 'Twice.', '[image: A quay]']);
});

test('the difference names what went and what came', () => {
  expect(diffLines(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'gone', text: 'b' },
    { kind: 'new', text: 'x' },
    { kind: 'same', text: 'c' },
    { kind: 'new', text: 'd' },
  ]);
});

test('both texts can be read off their difference', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const diff = diffLines(before, after);
      expect(diff.filter(({ kind }) => kind !== 'new').map(({ text }) => text)).toEqual(before);
      expect(diff.filter(({ kind }) => kind !== 'gone').map(({ text }) => text)).toEqual(after);
    }),
  );
});

test('a long text is compared line by line, and two that have nothing in common are shown whole', () => {
  const long = Array.from({ length: 5_000 }, (_, at) => `line ${at}`);
  const edited = long.map((line, at) => (at === 4_000 ? 'another line' : line));
  const changed = diffLines(long, edited).filter(({ kind }) => kind !== 'same');
  expect(changed).toEqual([
    { kind: 'gone', text: 'line 4000' },
    { kind: 'new', text: 'another line' },
  ]);

  const other = long.map((line) => `${line}, rewritten`);
  expect(diffLines(long, other).map(({ text }) => text)).toEqual([...long, ...other]);
});
