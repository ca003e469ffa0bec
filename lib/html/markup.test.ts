import { expect, test } from 'vitest';
import { cleaned, markup } from './markup';

test('user input is escaped, in elements and in attributes', () => {
  const name = '"><script>alert(1)</script>&';
  expect(markup`<a title="${name}">${name}</a>`.html).toBe(
    '<a title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;</a>',
  );
});

test('inserts markup unchanged, one piece or several', () => {
  const items = ['a', 'b'].map((word) => markup`<li>${word}</li>`);
  expect(markup`<ol>${items}</ol>${cleaned('<p>done</p>')}`.html).toBe('<ol><li>a</li><li>b</li></ol><p>done</p>');
});

test('renders null and undefined as nothing, and 0 as a number', () => {
  expect(markup`<p>${false}${null}${0}</p>`.html).toBe('<p>0</p>');
});
