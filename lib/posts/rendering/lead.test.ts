import { expect, test } from 'vitest';
import { withoutNotes } from './footnotes';
import { leadOf } from './lead';
import { renderBody } from './rendering';

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index + 1}`).join(' ');

test('takes the first thirty words, without headings, code and footnotes', () => {
  const body = `<h2>Heading</h2><p>A rumour.<span data-footnote="">A note.</span></p><pre><code>x</code></pre><p>${words(40)}</p>`;
  expect(renderBody(body).lead).toBe(`A rumour. ${words(28)}…`);
  expect(renderBody('<p>Few words.</p>').lead).toBe('Few words.');
  expect(renderBody('<h2>Heading alone</h2>').lead).toBe('Heading alone');
  expect(renderBody('<hr>').lead).toBe('');
});

test('cuts very long words and scripts without spaces too', () => {
  expect(leadOf(['x'.repeat(500)])).toBe(`${'x'.repeat(220)}…`);
  expect(leadOf(['港'.repeat(500)])).toBe(`${'港'.repeat(220)}…`);
  expect(leadOf([`a${'😀'.repeat(300)}`]).isWellFormed()).toBe(true);
  expect(leadOf([`${words(30)},`, 'and on'])).toBe(`${words(30)}…`);
});

test('the text has the notes after it, without their numbers, and extracts leave them out', () => {
  const { text, html, wordCount } = renderBody(
    '<h2>What it is<span data-footnote="">Or was.</span></h2><p>A rumour.<span data-footnote="">A note.</span> And on.</p>',
  );
  expect(text).toBe('What it is\nA rumour. And on.\n\nOr was.\nA note.');
  expect(withoutNotes(text)).toBe('What it is\nA rumour. And on.');
  expect(html).toContain('<h2 id="what-it-is">What it is<sup');
  expect(wordCount).toBe(3 + 4 + 4);
});
