import { expect, test } from 'vitest';
import { changesBetween } from './text-changes';

const written = (before: string, after: string) =>
  changesBetween(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

test.each([
  ['The ferry is late.', 'The ferry is early.', 'The ferry is [-late][+early].'],
  ['One.', 'One.\n\nTwo.', 'One.[+\n\nTwo.]'],
  ['渡し船は遅い', '渡し船は早い', '渡し船は[-遅い][+早い]'],
  ['', 'All new', '[+All new]'],
  ['Same', 'Same', 'Same'],
])('%j became %j', (before, after, expected) => {
  expect(written(before, after)).toBe(expected);
});

test('whatever was written, removing gives the former text and adding the later one', () => {
  const before = 'a *b* c\n> d  e';
  const after = 'a b c\nd e f';
  const parts = changesBetween(before, after);
  const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : part.text)).join('');
  expect(without('added')).toBe(before);
  expect(without('removed')).toBe(after);
});

test('two long texts that share nothing are shown whole, and soon', () => {
  const words = (from: number) => Array.from({ length: 2_000 }, (_, at) => (from + at).toString(36)).join(' ');
  const [before, after] = [words(50_000), words(900_000)];
  expect(changesBetween(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
