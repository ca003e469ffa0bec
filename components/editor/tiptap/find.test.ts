import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { parseHtml } from '@/lib/html/parsing';
import { HtmlDocument } from '../document/html-document';
import { schemaExtensions } from './extensions';
import { matchesIn } from './find';

const schema = getSchema(schemaExtensions());

function found(html: string, query: string, isExact = false) {
  const doc = new HtmlDocument(schema).read(parseHtml(html), html);
  return matchesIn(doc, { query, isExact }).map(({ from, to }) => doc.textBetween(from, to, '|'));
}

test('words are found across marks, in captions, cells and footnotes, whatever their case', () => {
  const html =
    '<p>The <em>ti</em>de</p><figure><img src="/uploads/a.jpg" alt=""><figcaption>Tide table</figcaption></figure>' +
    '<table><tbody><tr><td>tides</td></tr></tbody></table><p>a<span data-footnote="">A tide.</span> tide</p>';
  expect(found(html, 'tide')).toEqual(['tide', 'Tide', 'tide', 'tide', 'tide']);
  expect(found(html, 'Tide', true)).toEqual(['Tide']);
});

test('what is looked for is no pattern, and never reaches over the end of a block', () => {
  expect(found('<p>a.b axb (c)</p><p>d</p>', 'a.b')).toEqual(['a.b']);
  expect(found('<p>a.b axb (c)</p><p>d</p>', '(c)')).toEqual(['(c)']);
  expect(found('<p>one</p><p>two</p>', 'onetwo')).toEqual([]);
  expect(found('<p>a<span data-footnote="">b</span>c</p>', 'abc')).toEqual([]);
});
