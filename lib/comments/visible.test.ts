import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from './comment';
import { renderImportedHtml } from './imported-html';
import { plainCommentText } from './plain-text';
import { renderMarkdown } from './rendering';
import { renderVisible, showsNothing } from './visible';

const nothings = [
  '\u200B',
  '\u2800',
  '\u3164',
  '\u115F\u1160',
  '\uFFA0',
  '\u00AD',
  '\u200E\u200F',
  '&nbsp;',
  '&#8203; &shy;',
  '[](https://example.test)',
  '[&nbsp;](https://example.test)',
  '[\u3164](https://example.test)',
  '```\n```',
  '```js\n\u200B\n```',
  '`\u200B`',
  '>',
  '> > >',
  '-',
  '#',
  '1.',
  '- \n- \n-',
  '**\u2800**',
  '> - \u200D',
];

test.each(nothings)('refuses %j as invisible', (text) => {
  expect(() => renderVisible(cleanText(text))).toThrow('This comment has no visible text');
});

test('refuses combinations of invisible characters, and accepts them with a word', () => {
  const some = fc.array(fc.constantFrom(...nothings.filter((text) => !text.includes('```'))), { maxLength: 6 });
  fc.assert(
    fc.property(some, some, (before, after) => {
      const around = (word: string) => cleanText([...before, word, ...after].join('\n\n'));
      expect(showsNothing(renderMarkdown(around('')).html)).toBe(true);
      expect(showsNothing(renderVisible(around('Aye')).html)).toBe(false);
    }),
  );
});

test.each([
  '.',
  '👍',
  '❤️',
  '***',
  '![](https://example.test/a.png)',
  '`x`',
  '[1]: https://example.test/a',
  '<b>',
  '1986.',
])('accepts %j as visible', (text) => {
  expect(showsNothing(renderVisible(text).html)).toBe(false);
});

test.each([
  '<p>&nbsp;</p>',
  '<a href="https://a.example">&#8203;</a>',
  '<pre></pre>',
  '<ol><li></li></ol>',
  '<script>x</script>',
])('an imported %s shows nothing', (html) => {
  expect(showsNothing(renderImportedHtml(html).html)).toBe(true);
});

describe('the plain text of a comment', () => {
  test.each([
    ['3. yes\n7. no', '3. yes 7. no'],
    ['- a\n- b', 'a b'],
    ['1. a\n   - x\n   - y\n2. b', '1. a x y 2. b'],
    ['1986. A year', '1986. A year'],
    ['`<ol><li>`', '<ol><li>'],
  ])('keeps the list numbers of %j', (text, plain) => {
    expect(plainCommentText(renderMarkdown(text).html)).toBe(plain);
  });
});
