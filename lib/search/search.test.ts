import { expect, test } from 'vitest';
import { marked, snippetOf } from './search';
import { foldedWords, termsOf } from './words';

test('words are folded alike in texts and questions', () => {
  expect(foldedWords('Crème BRÛLÉE, Straße; Ærø — Ångström’s 100%')).toEqual([
    'creme',
    'brulee',
    'strasse',
    'aero',
    'angstrom',
    's',
    '100',
  ]);
  expect(foldedWords('ГАВАНЬ İstanbul')).toEqual(['гавань', 'istanbul']);
  expect(foldedWords('港口 and 灯')).toEqual(['港', '口', 'and', '灯']);
  expect(foldedWords('\0 *()":^ 🎣')).toEqual([]);
});

test('a question is words and phrases and nothing else', () => {
  expect(termsOf('  Tide "low water" harbour-master  tide mar')).toEqual([
    { words: ['tide'], isPrefix: false },
    { words: ['low', 'water'], isPrefix: false },
    { words: ['harbour', 'master'], isPrefix: false },
    { words: ['mar'], isPrefix: true },
  ]);
  expect(termsOf('tide "low wa')).toEqual([
    { words: ['tide'], isPrefix: false },
    { words: ['low', 'wa'], isPrefix: false },
  ]);
  expect(termsOf('NEAR(title: x* OR -y)').flatMap((term) => term.words)).toEqual(['near', 'title', 'x', 'or', 'y']);
  expect(termsOf('*()')).toEqual([]);
  expect(termsOf('a ').map((term) => term.isPrefix)).toEqual([false]);
});

test('however long, a question stays small', () => {
  const terms = termsOf(Array.from({ length: 10_000 }, (_, at) => `w${at}`).join(' '));

  expect(terms).toHaveLength(8);
  expect(termsOf(`"${'x '.repeat(10_000)}"`).flatMap((term) => term.words)).toHaveLength(16);
  expect(termsOf('y'.repeat(10_000))[0]?.words[0]).toHaveLength(60);
});

test('a snippet shows the first answer in its surroundings, marked', () => {
  const text = `${'Fog all week. '.repeat(40)}Then the Hârbour master spoke. ${'More fog. '.repeat(40)}`;
  const snippet = snippetOf(text, termsOf('harbour master'));

  expect(snippet.filter((piece) => piece.isHit).map((piece) => piece.text)).toEqual(['Hârbour', 'master']);
  expect(snippet[0]?.text.startsWith('… ')).toBe(true);
  expect(snippet.map((piece) => piece.text).join('').length).toBeLessThan(240);
});

test.each([
  ['tide', 'Tides at low tide', ['tide'], false],
  ['tid', 'Tides at low tide', ['Tides', 'tide'], true],
  ['strasse', 'Große Straße', ['Straße'], false],
  ['"low water"', 'At low, water; low water', ['low, water', 'low water'], false],
  ['港口', '在港口的灯', ['港口'], false],
])('%s is marked in “%s”', (question, text, hits, isPrefix) => {
  const terms = termsOf(question).map((term) => ({ ...term, isPrefix }));

  const pieces = marked(text, terms);
  expect(pieces.filter((piece) => piece.isHit).map((piece) => piece.text)).toEqual(hits);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});
