import { expect, test } from 'vitest';
import { parseHtml } from '@/lib/html/parsing';
import { toHtml } from '@/lib/html/writing';
import { cleanForeign } from './foreign';
import { readPastedText } from './markdown';

function pasted(text: string) {
  const read = readPastedText(text);
  return read.kind === 'html' ? toHtml(cleanForeign(parseHtml(read.html))) : read.kind;
}

test.each([
  [
    '| Boat | Nets |\n| :--- | ---: |\n| *Ida* | 3 |\n| `x` | a \\| b |',
    '<table><thead><tr><th>Boat</th><th>Nets</th></tr></thead><tbody><tr><td><em>Ida</em></td><td>3</td></tr><tr><td><code>x</code></td><td>a | b</td></tr></tbody></table>',
  ],
  [
    'Look:\n\n![A gull](https://x.test/g.jpg "Title")',
    '<p>Look:</p><figure data-missing-image="https://x.test/g.jpg"><a href="https://x.test/g.jpg">A gull</a></figure>',
  ],
  ['![A gull](/uploads/g.jpg)', '<p><img src="/uploads/g.jpg" alt="A gull"></p>'],
  [
    '- [x] rope\n- [ ] tar\n  - [ ] of *pine*',
    '<ul data-type="taskList"><li data-checked="true">rope</li><li data-checked="false">tar<ul data-type="taskList"><li data-checked="false">of <em>pine</em></li></ul></li></ul>',
  ],
  ['1. a\n   - b\n     1. c\n2. d', '<ol><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ol>'],
  ['5. a\n6. b', '<ol start="5"><li>a</li><li>b</li></ol>'],
  ['1986. a\n1990. b', '<ol start="1986"><li>a</li><li value="1990">b</li></ol>'],
  ['1. a\n1. b', '<ol><li>a</li><li>b</li></ol>'],
  ['1986. What a year', '<p>1986. What a year</p>'],
  ['# Sums\n\n2*3*4 and 10**6**2', '<h2>Sums</h2><p>2*3*4 and 10**6**2</p>'],
  ['- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
  [
    'A rumour.[^1] And^[so] on.\n\n[^1]: A *note*.\n\n[^2]: Nobody asked.',
    '<p>A rumour.<span data-footnote="">A <em>note</em>.</span> And<span data-footnote="">so</span> on.</p><p>[^2]: Nobody asked.</p>',
  ],
  [
    'See [it][1] and [that](https://b.test/).\n\n[1]: https://a.test/\n[2]: https://c.test/',
    '<p>See <a href="https://a.test/">it</a> and <a href="https://b.test/">that</a>.</p><p>[2]: https://c.test/</p>',
  ],
  ['> a\n> b\n>\n> - c', '<blockquote><p>a<br>b</p><ul><li>c</li></ul></blockquote>'],
  ['a **b** ~~c~~ `d`', '<p>a <strong>b</strong> <s>c</s> <code>d</code></p>'],
  ['3~5 and 5 * 3 * 2\nsnake_case_name', '<p>3~5 and 5 * 3 * 2<br>snake_case_name</p>'],
  ['    indented\n<b>not HTML</b> & so', '<p>indented<br>&lt;b&gt;not HTML&lt;/b&gt; &amp; so</p>'],
  ['Regards\n-- \nAnn', '<p>Regards<br>--<br>Ann</p>'],
  ['C:\\_old\\*.txt\nnext', '<p>C:\\_old\\*.txt<br>next</p>'],
  ['a[^1]\n\n[^1]: b[^1]', '<p>a<span data-footnote="">b[^1]</span></p>'],
  ['one\n\n---\n\ntwo', '<p>one</p><hr><p>two</p>'],
  ['# T\n###### S', '<h2>T</h2><h6>S</h6>'],
  ['one line', 'line'],
])('%j', (text, expected) => {
  expect(pasted(text)).toBe(expected);
});

test('keeps the paragraphs and lines of a very long text, without blocking', () => {
  const began = process.cpuUsage();
  const html = pasted(`${'**a\n'.repeat(100_000)}\n\nlast`);
  expect(html).toMatch(/\*\*a<br>\*\*a<br>.*<p>last<\/p>$/s);
  expect(process.cpuUsage(began).user).toBeLessThan(5_000_000);
});
