import { expect, test } from 'vitest';
import { parseHtml } from '@/lib/html/parsing';
import { toHtml } from '@/lib/html/writing';
import { cleanForeign } from './foreign';
import { embeddedAt, takeEmbeddedImages } from './foreign-images';
import { readPastedText } from './markdown';

const cleaned = (html: string) => toHtml(cleanForeign(parseHtml(html)));

test('text from Word keeps its lists, marks and links and loses its styling', () => {
  const word = `<html><body lang=EN-GB><!--StartFragment--><p class=MsoNormal style='margin:0cm'><b style='mso-bidi-font-weight:normal'><span style='font-size:12.0pt'>Tides<o:p></o:p></span></b></p>
    <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>rope</p>
    <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>hemp</p>
    <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>tar</p>
    <p class=MsoNormal>See <a href="https://x.test/" style='color:blue'>this</a>.</p></body></html>`;
  expect(cleaned(word)).toBe(
    '<p><strong>Tides</strong></p><ul><li>rope<ol><li>hemp</li></ol></li><li>tar</li></ul><p>See <a href="https://x.test/">this</a>.</p>',
  );
});

test('text from Google Docs keeps the formatting that its styles express', () => {
  expect(
    cleaned(
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-weight:700">bold</span><span style="font-style:italic"> soft</span> <span style="font-weight:400">plain</span></p><ul><li dir="ltr" aria-level="1"><p><span>one</span></p></li></ul></b>',
    ),
  ).toBe('<p><strong>bold</strong><em> soft</em> plain</p><ul><li><p>one</p></li></ul>');
});

const wordItem = (marker: string, words: string, level = 1) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;

test.each([
  [
    'goes on at five',
    [
      ['5.', 'a'],
      ['6.', 'b'],
    ],
    '<ol start="5"><li>a</li><li>b</li></ol>',
  ],
  [
    'begins at one',
    [
      ['1)', 'a'],
      ['2)', 'b'],
    ],
    '<ol><li>a</li><li>b</li></ol>',
  ],
  [
    'leaves numbers out',
    [
      ['2.', 'a'],
      ['7.', 'b'],
      ['8.', 'c'],
    ],
    '<ol start="2"><li>a</li><li value="7">b</li><li>c</li></ol>',
  ],
  [
    'has letters',
    [
      ['c)', 'a'],
      ['d)', 'b'],
    ],
    '<ol start="3" type="a"><li>a</li><li>b</li></ol>',
  ],
  [
    'has Roman numbers',
    [
      ['iv.', 'a'],
      ['v.', 'b'],
    ],
    '<ol start="4" type="i"><li>a</li><li>b</li></ol>',
  ],
  ['begins at a Roman one', [['I.', 'a']], '<ol type="I"><li>a</li></ol>'],
  [
    'has letters that are Roman numbers too',
    [
      ['i.', 'a'],
      ['j.', 'b'],
    ],
    '<ol start="9" type="a"><li>a</li><li>b</li></ol>',
  ],
  [
    'counts chapters',
    [
      ['2.3.', 'a'],
      ['2.4.', 'b'],
    ],
    '<ol start="3"><li>a</li><li>b</li></ol>',
  ],
  [
    'goes on with letters',
    [
      ['1.', 'a'],
      ['2.', 'b'],
      ['a)', 'c'],
      ['b)', 'd'],
      ['3.', 'e'],
    ],
    '<ol><li>a</li><li>b</li></ol><ol type="a"><li>c</li><li>d</li></ol><ol start="3"><li>e</li></ol>',
  ],
  [
    'has bullets like letters',
    [
      ['o', 'a'],
      ['o', 'b'],
    ],
    '<ul><li>a</li><li>b</li></ul>',
  ],
])('a list of Word that %s', (_name, items, expected) => {
  expect(cleaned(items.map(([marker = '', words = '']) => wordItem(marker, words)).join('\n'))).toBe(expected);
});

test('lists from Word keep their nesting, whatever their numbering', () => {
  const items = [
    wordItem('1.', 'a'),
    wordItem('b.', 'b', 2),
    wordItem('§', 'c', 3),
    wordItem('·', 'd', 2),
    wordItem('2.', 'e'),
  ];
  expect(cleaned(items.join(''))).toBe(
    '<ol><li>a<ol start="2" type="a"><li>b<ul><li>c</li></ul></li></ol><ul><li>d</li></ul></li><li>e</li></ol>',
  );
});

test.each([
  [
    '<p dir="ltr"><span style="font-size:11pt;vertical-align:baseline">20 m</span><span style="font-size:11pt;font-weight:400"><span style="font-size:0.6em;vertical-align:super;">2</span></span><span> of H</span><span style="font-size:0.6em;vertical-align:sub">2</span><span>O</span></p>',
    '<p>20 m<sup>2</sup> of H<sub>2</sub>O</p>',
  ],
  [
    '<p>10<span style="vertical-align:super"><span style="font-size:0.6em;vertical-align:super;font-weight:700">6</span></span></p>',
    '<p>10<sup><strong>6</strong></sup></p>',
  ],
  [
    '<p><span style="text-decoration:underline">u</span> <a href="https://x.test/" style="text-decoration:none"><span style="color:#1155cc;text-decoration:underline">l</span></a></p>',
    '<p><u>u</u> <a href="https://x.test/">l</a></p>',
  ],
  ['<p>a<sup>b</sup></p>', '<p>a<sup>b</sup></p>'],
])('keeps formatting that Docs expresses by styles: %s', (html, expected) => {
  expect(cleaned(html)).toBe(expected);
});

const docsBox = (isDone: boolean, words: string) =>
  `<li dir="ltr" role="checkbox" aria-checked="${isDone}" aria-level="1" style="list-style-type:none;font-size:11pt"><img src="data:image/png;base64,iVBORw0KGgo=" width="18px" height="18px" alt="${isDone ? 'checked' : 'unchecked'}" aria-roledescription="checkbox" style="margin-right:3px;" /><p dir="ltr" style="display:inline-block" role="presentation"><span>${words}</span></p></li>`;

test.each([
  [
    'Google Docs',
    `<b id="docs-internal-guid-2" style="font-weight:normal"><ul style="padding:0">${docsBox(true, 'rope')}${docsBox(false, 'tar')}<ul>${docsBox(true, 'Stockholm')}</ul></ul></b>`,
    '<ul data-type="taskList"><li data-checked="true"><p>rope</p></li><li data-checked="false"><p>tar</p><ul data-type="taskList"><li data-checked="true"><p>Stockholm</p></li></ul></li></ul>',
  ],
  [
    'Notion',
    '<ul id="x" class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span class="to-do-children-checked">rope</span></li></ul><ul class="to-do-list"><li><div class="checkbox checkbox-off"></div> tar</li></ul>',
    '<ul data-type="taskList"><li data-checked="true">rope</li></ul><ul data-type="taskList"><li data-checked="false">tar</li></ul>',
  ],
  [
    'Notion, as it copies Markdown',
    '<meta charset="utf-8"><ul>\n<li>[x]  rope</li>\n<li>[ ]  tar</li>\n</ul>',
    '<ul data-type="taskList"><li data-checked="true">rope</li><li data-checked="false">tar</li></ul>',
  ],
  [
    'GitHub',
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled checked> rope</li><li class="task-list-item"><p><input type="checkbox" disabled> tar</p></li></ul>',
    '<ul data-type="taskList"><li data-checked="true">rope</li><li data-checked="false"><p>tar</p></li></ul>',
  ],
  [
    'a page of ours',
    '<ul data-type="taskList"><li class="task" data-checked="true"><input type="checkbox" disabled aria-label="Done" checked> rope</li></ul>',
    '<ul data-type="taskList"><li data-checked="true">rope</li></ul>',
  ],
  ['no list', '<p><input type="checkbox" checked> rope</p>', '<p>☑  rope</p>'],
  [
    'a list with brackets',
    '<ul><li>[1] a</li><li><a href="/x">[x]</a> b</li></ul>',
    '<ul><li>[1] a</li><li><a href="/x">[x]</a> b</li></ul>',
  ],
])('a checklist of %s', (_name, html, expected) => {
  expect(cleaned(html)).toBe(expected);
});

test('nests a list between items in the item before it', () => {
  expect(cleaned('<ul><li>One</li><ul><li>One a</li></ul>\n<ol><li>x</li></ol><li>Two</li></ul>')).toBe(
    '<ul><li>One<ul><li>One a</li></ul><ol><li>x</li></ol></li><li>Two</li></ul>',
  );
});

test('a block of code among other blocks keeps its lines', () => {
  expect(cleaned('<p>See</p><pre style="x"><span style="color:red">def</span> a():<br>    pass</pre>')).toBe(
    '<p>See</p><pre>def a():\n    pass</pre>',
  );
});

test.each([
  ['<p onclick="x()">a<script>x()</script><a href="javascript:x()">b</a></p>', '<p>ab</p>'],
  [
    '<iframe src="https://evil.test/x"></iframe><form><input value="v">c</form>',
    '<p><a href="https://evil.test/x">https://evil.test/x</a></p><p>c</p>',
  ],
  [
    '<img src="https://x.test/g.jpg" alt="Gull"><img src="/uploads/a.jpg" alt="b">',
    '<figure data-missing-image="https://x.test/g.jpg"><a href="https://x.test/g.jpg">Gull</a></figure><p><img src="/uploads/a.jpg" alt="b"></p>',
  ],
  [
    '<table style="x"><tr><td colspan="2" width="9">a</td></tr></table>',
    '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
  ],
])('sanitises what is pasted: %s', (html, expected) => {
  expect(cleaned(html)).toBe(expected);
});

const missing = (address: string, label: string) =>
  `<figure data-missing-image="${address}"><a href="${address}">${label}</a></figure>`;

test.each([
  [
    'stands where it stood',
    '<p>one<img src="https://x.test/a.jpg?b=1&amp;c=2" alt="A gull">two</p>',
    `<p>one</p>${missing('https://x.test/a.jpg?b=1&amp;c=2', 'A gull')}<p>two</p>`,
  ],
  [
    'keeps its caption',
    '<figure><picture><source srcset="x.webp"><img src="//x.test/a.jpg"></picture><figcaption>At <b>dawn</b></figcaption></figure>',
    '<figure data-missing-image="https://x.test/a.jpg"><a href="https://x.test/a.jpg">Image</a><figcaption>At <strong>dawn</strong></figcaption></figure>',
  ],
  [
    'of a list and of a table stays there',
    '<ul><li>a<img src="https://x.test/a.jpg"></li></ul><table><tr><td><img src="https://x.test/b.jpg" alt="b"></td></tr></table>',
    `<ul><li>a${missing('https://x.test/a.jpg', 'Image')}</li></ul><table><tbody><tr><td>${missing('https://x.test/b.jpg', 'b')}</td></tr></tbody></table>`,
  ],
  [
    'of a heading stands behind it',
    '<h2>Boats <b><img src="https://x.test/a.jpg" alt="a"></b></h2><p>b</p>',
    `<h2>Boats</h2>${missing('https://x.test/a.jpg', 'a')}<p>b</p>`,
  ],
  [
    'that is loaded late is found',
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://x.test/a.jpg" alt="a">',
    missing('https://x.test/a.jpg', 'a'),
  ],
  [
    'that lies on a disk or in a mail keeps its place',
    '<p>a</p><img src="file:///C:/Temp/msohtmlclip1/01/clip_image002.jpg" alt="Chart"><img src="cid:1">',
    '<p>a</p><figure data-missing-image="">Chart</figure><figure data-missing-image="">Image</figure>',
  ],
  ['that is a sign is the sign', '<p>Hi <img src="https://x.test/1f44d.png" alt="👍🏽"></p>', '<p>Hi 👍🏽</p>'],
  ['that counts readers is left out', '<p>a<img src="https://x.test/p.gif" width="1" height="1"></p>', '<p>a</p>'],
  [
    'of another page of the site keeps its place',
    '<p>a</p><img src="/icon.svg" alt="Icon">',
    '<p>a</p><figure data-missing-image="">Icon</figure>',
  ],
  ['of ours stays', '<p><img src="/uploads/a.jpg" alt="b"></p>', '<p><img src="/uploads/a.jpg" alt="b"></p>'],
])('a picture that %s', (_name, html, expected) => {
  expect(cleaned(html)).toBe(expected);
});

test('images inside the HTML keep their positions and can be told apart', () => {
  const { nodes, embedded } = takeEmbeddedImages(
    parseHtml(
      '<p>one</p><p><img src="data:image/png;base64,AAAA" alt="A"></p><p>two<img src="data:image/heic;base64,BBBB"></p>',
    ),
  );
  const blocks = cleanForeign(nodes);
  const addresses = blocks.map((block) => (block.type === 'element' ? block.attributes['data-missing-image'] : ''));
  expect(addresses.map((address) => (address ? embeddedAt(address, embedded) : null))).toEqual([
    null,
    'data:image/png;base64,AAAA',
    null,
    'data:image/heic;base64,BBBB',
  ]);
  expect(embeddedAt('https://x.test/0', embedded)).toBeNull();
});

test.each([
  [' https://vimeo.com/123456 ', { kind: 'address', url: 'https://vimeo.com/123456' }],
  ['one line', { kind: 'line', text: 'one line' }],
  ['## Tides\nHigh *now*', { kind: 'html', html: '<h2>Tides</h2><p>High <em>now</em></p>' }],
  ['- a\n- **b**', { kind: 'html', html: '<ul><li>a</li><li><strong>b</strong></li></ul>' }],
  ['```js\na < b\n```', { kind: 'html', html: '<pre><code class="language-js">a &lt; b\n</code></pre>' }],
])('reads plain text as paragraphs and lines: %j', (text, expected) => {
  expect(readPastedText(text)).toEqual(expected);
});

test('keeps links and images of the site itself as its own', () => {
  const html =
    '<p><a href="https://blog.example/about">a</a></p><img src="https://blog.example/uploads/2026/11/a-1.jpg" alt="b">';
  expect(toHtml(cleanForeign(parseHtml(html), ['blog.example']))).toBe(
    '<p><a href="/about">a</a></p><p><img src="/uploads/2026/11/a-1.jpg" alt="b"></p>',
  );
});
