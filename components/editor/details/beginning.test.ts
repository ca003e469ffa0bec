import { expect, test } from 'vitest';
import { beginningOf } from './beginning';

test('the beginning of a text is its words, apart where its blocks are', () => {
  expect(beginningOf('<h2>Tide</h2><p>It came &amp; <em>went</em>,<br>at &lt;9.</p>')).toBe(
    'Tide It came & went, at <9.',
  );
});

test('notes and what is cut in the middle of a tag are left out', () => {
  const note = '<span data-footnote="">So <a href="/x">they</a> say.</span>';
  expect(beginningOf(`<p>A rumour.${note} And on.</p>`)).toBe('A rumour. And on.');
  expect(beginningOf(`<p>${'x'.repeat(3_990)}<a href="https://quay.example">here</a></p>`)).toBe('x'.repeat(3_990));
});
