import { expect, test } from 'vitest';
import { sanitiseBody } from '@/lib/html/sanitising';
import { markdownToHtml } from './markdown';

test.each([
  ['# A boat\n\nIn *the* **harbour**.', '<h2>A boat</h2>\n<p>In <em>the</em> <strong>harbour</strong>.</p>'],
  ['<div class="x">\n\nOf HTML\n\n</div>', '<p>Of HTML</p>'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', expect.stringContaining('<td>2</td>') as string],
  ['~~gone~~', '<p><del>gone</del></p>'],
  [
    '- [x] Tar\n- [ ] Rope',
    '<ul data-type="taskList"><li data-checked="true">Tar</li><li data-checked="false">Rope</li></ul>',
  ],
  ['See[^1].\n\n[^1]: A *note*.', '<p>See<span data-footnote="">A <em>note</em>.</span>.</p>'],
  [
    'https://a.example/b_c_d?e=1&f.',
    '<p><a href="https://a.example/b_c_d?e=1&amp;f">https://a.example/b_c_d?e=1&amp;f</a>.</p>',
  ],
  [
    '[https://a.example](/b) `https://a.example`',
    '<p><a href="/b">https://a.example</a> <code>https://a.example</code></p>',
  ],
  ['```js\nlet a;\n```', '<pre><code class="language-js">let a;\n</code></pre>'],
])('%s', (markdown, html) => {
  const written = sanitiseBody(markdownToHtml(markdown));
  expect(written).toEqual(html);
});

test('scripts and addresses that run them are left to the sanitiser, which removes them', () => {
  const html = sanitiseBody(markdownToHtml('<script>x()</script>\n\n[a](javascript:x()) <img src=x onerror=x()>'));
  expect(html).not.toMatch(/script|onerror/);
});
