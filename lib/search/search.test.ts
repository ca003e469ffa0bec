import { expect, test } from 'vitest';
import { snippetOf, wordsOf } from './search';

test('a question is words and nothing else', () => {
  expect(wordsOf('  Tide "OR" 100%_\\ tide’s  tide ')).toEqual(['tide', 'or', '100', 'tide’s']);
  expect(wordsOf('*()')).toEqual([]);
});

test('a snippet shows the first answer in its surroundings, marked', () => {
  const text = `${'Fog all week. '.repeat(40)}Then the Harbour master spoke. ${'More fog. '.repeat(40)}`;
  const snippet = snippetOf(text, ['harbour']);

  expect(snippet.find((piece) => piece.isHit)).toEqual({ text: 'Harbour', isHit: true });
  expect(snippet[0]?.text.startsWith('… ')).toBe(true);
  expect(snippet.map((piece) => piece.text).join('').length).toBeLessThan(240);
});
