import { expect, test } from 'vitest';
import { parseHtml } from '@/lib/html/parsing';
import { toHtml } from '@/lib/html/writing';
import { cleanForeign, takeEmbeddedImages } from './foreign';
import { readPastedText } from './markdown';

const cleaned = (html: string) => toHtml(cleanForeign(parseHtml(html)));

test('text from Word keeps its lists, marks and links, and loses its dress', () => {
  const word = `<html><body lang=EN-GB><!--StartFragment--><p class=MsoNormal style='margin:0cm'><b style='mso-bidi-font-weight:normal'><span style='font-size:12.0pt'>Tides<o:p></o:p></span></b></p>
    <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>rope</p>
    <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>hemp</p>
    <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>tar</p>
    <p class=MsoNormal>See <a href="https://x.test/" style='color:blue'>this</a>.</p></body></html>`;
  expect(cleaned(word)).toBe(
    '<p><strong>Tides</strong></p><ul><li>rope<ol><li>hemp</li></ol></li><li>tar</li></ul><p>See <a href="https://x.test/">this</a>.</p>',
  );
});

test('text from Google Docs keeps what it means by styles', () => {
  expect(
    cleaned(
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-weight:700">bold</span><span style="font-style:italic"> soft</span> <span style="font-weight:400">plain</span></p><ul><li dir="ltr" aria-level="1"><p><span>one</span></p></li></ul></b>',
    ),
  ).toBe('<p><strong>bold</strong><em> soft</em> plain</p><ul><li><p>one</p></li></ul>');
});

test.each([
  ['<p onclick="x()">a<script>x()</script><a href="javascript:x()">b</a></p>', '<p>ab</p>'],
  [
    '<iframe src="https://evil.test/x"></iframe><form><input value="v">c</form>',
    '<p><a href="https://evil.test/x">https://evil.test/x</a></p><p>c</p>',
  ],
  [
    '<img src="https://x.test/g.jpg" alt="Gull"><img src="/uploads/a.jpg" alt="b">',
    '<p><a href="https://x.test/g.jpg">Gull</a><img src="/uploads/a.jpg" alt="b"></p>',
  ],
  [
    '<table style="x"><tr><td colspan="2" width="9">a</td></tr></table>',
    '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
  ],
])('what is pasted passes the allow-list: %s', (html, expected) => {
  expect(cleaned(html)).toBe(expected);
});

test('pictures inside the HTML are taken out, to be uploaded', () => {
  const { nodes, addresses } = takeEmbeddedImages(parseHtml('<p>a<img src="data:image/png;base64,AAAA">b</p>'));
  expect(addresses).toEqual(['data:image/png;base64,AAAA']);
  expect(toHtml(nodes)).toBe('<p>ab</p>');
});

test.each([
  [' https://vimeo.com/123456 ', { kind: 'address', url: 'https://vimeo.com/123456' }],
  ['one line', { kind: 'line', text: 'one line' }],
  ['## Tides\nHigh *now*', { kind: 'html', html: '<h2>Tides</h2><p>High <em>now</em></p>' }],
  ['- a\n- **b**', { kind: 'html', html: '<ul><li>a</li><li><strong>b</strong></li></ul>' }],
  ['```js\na < b\n```', { kind: 'html', html: '<pre><code class="language-js">a &lt; b\n</code></pre>' }],
])('plain text is read as it is meant: %j', (text, expected) => {
  expect(readPastedText(text)).toEqual(expected);
});
