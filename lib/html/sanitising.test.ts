import { expect, test, vi } from 'vitest';
import { MAX_BODY_LENGTH, sanitiseBody } from './sanitising';
import { parseHtml } from './parsing';
import { textOf } from './tree';

vi.setConfig({ testTimeout: 60_000 });

/** Seconds of computing, which other work on the machine does not lengthen. */
function computing() {
  const began = process.cpuUsage();
  return () => process.cpuUsage(began).user / 1_000_000;
}

test.each([
  ['keeps what the editor writes', '<p>a <strong>b</strong> <em>c</em> <s>d</s> <u>e</u> <code>f</code></p>', null],
  ['keeps the post’s title the only h1', '<h1>Tide</h1>', '<h2>Tide</h2>'],
  [
    'keeps old spellings as new ones',
    '<p><b>b</b><i>i</i><strike>s</strike><tt>t</tt></p>',
    '<p><strong>b</strong><em>i</em><s>s</s><code>t</code></p>',
  ],
  [
    'makes paragraphs of loose text and boxes',
    'a<div>b</div><section>c<article>d</article></section>',
    '<p>a</p>\n<p>b</p>\n<p>c</p>\n<p>d</p>',
  ],
  [
    'moves a line element around blocks inside them',
    '<b>x<p>y</p><h2>z</h2></b>',
    '<p><strong>x</strong></p>\n<p><strong>y</strong></p>\n<h2><strong>z</strong></h2>',
  ],
  ['unwraps what it does not know, and keeps the text', '<p><blink>a</blink><my-thing>b</my-thing></p>', '<p>ab</p>'],
  [
    'drops scripts, styles and templates whole',
    '<p>a<script>x</script><style>y</style><template>z</template>b</p>',
    '<p>ab</p>',
  ],
  ['drops handlers, styles, classes', '<p onclick="x()" style="color:red" class="y" data-z="1">a</p>', '<p>a</p>'],
  [
    'prefixes ids, and the links that lead to them',
    '<h2 id="tide">T</h2><p><a href="#tide">t</a></p>',
    '<h2 id="c-tide">T</h2>\n<p><a href="#c-tide">t</a></p>',
  ],
  ['keeps an id once', '<p id="a">x</p><p id="a">y</p>', '<p id="c-a">x</p>\n<p>y</p>'],
  [
    'drops addresses that run',
    '<p><a href="javascript:x()">a</a><a href="java\tscript:x()">b</a><a href="vbscript:x">c</a><a href="data:text/html,x">d</a></p>',
    '<p>abcd</p>',
  ],
  [
    'keeps addresses that lead',
    '<p><a href="https://x.test/?a=1&amp;b=2">a</a><a href="mailto:a@x.test">b</a><a href="tel:+1">c</a><a href="/d">d</a></p>',
    null,
  ],
  [
    'keeps the alt text of a picture without an address',
    '<p><img src="data:image/png;base64,x" alt="A gull"></p>',
    '<p>A gull</p>',
  ],
  [
    'keeps pictures',
    '<p><img src="/uploads/a.jpg" alt="Gull" onerror="x()" srcset="y 2x" width="10" height="nine"></p>',
    '<p><img src="/uploads/a.jpg" alt="Gull" width="10"></p>',
  ],
  [
    'keeps code with its language',
    '<pre class="x"><code class="hljs language-JS">a &lt; b\n</code></pre>',
    '<pre><code class="language-js">a &lt; b\n</code></pre>',
  ],
  ['keeps lists within lists', '<ul><li>a<ul><li>b</li></ul></li></ul>', null],
  [
    'puts what is loose in a list into items',
    '<ul>a<ul><li>b</li></ul></ul>',
    '<ul><li>a<ul><li>b</li></ul></li></ul>',
  ],
  [
    'puts a list that stands between items into the one before it',
    '<ol><li>a</li> <ul><li>b</li></ul><ol><li>c</li></ol>d<li>e</li></ol>',
    '<ol><li>a<ul><li>b</li></ul><ol><li>c</li></ol></li><li>d</li><li>e</li></ol>',
  ],
  [
    'leaves a list without an item before it where it is',
    '<ul><ul><li>a</li></ul><li>b</li></ul>',
    '<ul><li><ul><li>a</li></ul></li><li>b</li></ul>',
  ],
  [
    'keeps tables',
    '<table><caption>T</caption><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td colspan="2">b</td></tr></tbody></table>',
    null,
  ],
  [
    'makes a card of a known player',
    '<iframe src="//www.youtube.com/embed/dQw4w9WgXcQ?x=1"></iframe>',
    '<figure data-embed="https://www.youtube.com/watch?v=dQw4w9WgXcQ"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Open on YouTube</a></figure>',
  ],
  [
    'makes a link of an unknown frame',
    '<iframe src="https://evil.test/x" title="Offer"></iframe>',
    '<p><a href="https://evil.test/x">Offer</a></p>',
  ],
  [
    'is not fooled by a host that ends alike',
    '<iframe src="https://notyoutube.com/embed/dQw4w9WgXcQ"></iframe>',
    '<p><a href="https://notyoutube.com/embed/dQw4w9WgXcQ">https://notyoutube.com/embed/dQw4w9WgXcQ</a></p>',
  ],
  [
    'keeps figures',
    '<figure data-layout="wide"><img src="/uploads/a.jpg" alt=""><figcaption>Cap</figcaption></figure>',
    null,
  ],
  [
    'sets a caption first where nothing that shows stands before it',
    '<figure><br> <figcaption>o</figcaption>h</figure>',
    '<figure><figcaption>o</figcaption>h</figure>',
  ],
  ['sets any other caption last', '<figure><br><th>h<figcaption>o', '<figure>h<figcaption>o</figcaption></figure>'],
  [
    'keeps apart what a caption kept apart',
    '<figure>a<figcaption>o</figcaption>b</figure>',
    '<figure>a<p>b</p><figcaption>o</figcaption></figure>',
  ],
  [
    'keeps both captions of an embed that has two',
    '<figure><figure data-embed="https://vimeo.com/123456"><a href="/">v</a><figcaption>i</figcaption></figure><figcaption>o</figcaption></figure>',
    '<figure><figure data-embed="https://vimeo.com/123456"><a href="https://vimeo.com/123456">v</a><figcaption>i</figcaption></figure><figcaption>o</figcaption></figure>',
  ],
  [
    'keeps what a summary kept apart',
    '<details>a<summary>s</summary>b</details>',
    '<details><summary>s</summary><p>a</p><p>b</p></details>',
  ],
  [
    'keeps how many cells one spans, if it is more than one',
    '<table><tbody><tr><td colspan="2" rowspan="1">a</td><th rowspan="0" colspan="0">b</th></tr></tbody></table>',
    '<table><tbody><tr><td colspan="2">a</td><th rowspan="0">b</th></tr></tbody></table>',
  ],
  ['keeps details', '<details open=""><summary>S</summary><p>b</p></details>', null],
  [
    'keeps a raw block and cleans what is in it',
    '<div data-raw><section onclick="x()"><p>a</p>b</section></div>',
    '<div data-raw=""><p>a</p><p>b</p></div>',
  ],
  [
    'keeps a spot for a slot between blocks, with its reference alone',
    '<p>a</p><div data-slot-spot=" In the\n article " onclick="x()" id="s"><script>x()</script><p>b</p></div>',
    '<p>a</p>\n<div data-slot-spot="In the article"></div>\n<p>b</p>',
  ],
  [
    'drops a spot inside a block, and one that refers to nothing',
    '<blockquote><p>a</p><div data-slot-spot="s"></div></blockquote><ul><li>b<div data-slot-spot="s">c</div></li></ul><div data-slot-spot="\u00ad">d</div>',
    '<blockquote><p>a</p></blockquote>\n<ul><li>b<p>c</p></li></ul>\n<p>d</p>',
  ],
  ['keeps notes inside the text', '<p>a<span data-footnote="">note</span></p>', null],
  [
    'keeps players, with controls',
    '<video src="/uploads/a.mp4" autoplay>Alas</video>',
    '<video src="/uploads/a.mp4" controls="" preload="metadata">Alas</video>',
  ],
  ['keeps spaces that are meant', '<pre>a\n  b</pre><p>c\u00a0d</p>', '<pre>a\n  b</pre>\n<p>c\u00a0d</p>'],
  ['keeps a blank first line of preformatted text', '<pre>\n\na</pre>', '<pre>\n\na</pre>'],
  ['drops what no database holds', '<p>a\u0000b&#1;c\ud800</p>', '<p>abc\ufffd</p>'],
  ['keeps words apart where a box was', '<ul><li>a<div></div>b</li></ul>', '<ul><li>a<p>b</p></li></ul>'],
])('%s', (_name, html, expected) => {
  const clean = sanitiseBody(html);
  expect(clean).toBe(expected ?? html);
  expect(sanitiseBody(clean)).toBe(clean);
});

test('a body that is too long is refused before it is read', () => {
  const seconds = computing();

  expect(() => sanitiseBody('<b>'.repeat(4_000_000))).toThrowError(expect.objectContaining({ code: 'too_large' }));
  expect(seconds()).toBeLessThan(0.5);
  expect(sanitiseBody(`<p>${'a'.repeat(MAX_BODY_LENGTH - 7)}</p>`)).toHaveLength(MAX_BODY_LENGTH);
});

const pathological: Record<string, string> = {
  'boxes in boxes': '<div>'.repeat(100_000),
  'quotes in quotes': '<blockquote>'.repeat(80_000),
  'lists in lists': '<ul><li>'.repeat(60_000),
  'tables in tables': '<table><td>'.repeat(50_000),
  'drawings in drawings': '<svg>'.repeat(100_000),
  'lines in lines': '<b><i><u><s>'.repeat(40_000),
  'lines around paragraphs': '<b><i><u><s><p>'.repeat(8_000),
  'breaks alone': '<br>'.repeat(200_000),
  'one tag of a hundred thousand attributes': `<a ${Array.from({ length: 100_000 }, (_, n) => `a${n}`).join(' ')}>`,
  'signs that open nothing': `${'<'.repeat(200_000)} `,
};

test.each(Object.keys(pathological))('%s neither hang nor overflow, and keep their text', (name) => {
  const seconds = computing();

  const clean = sanitiseBody(`${pathological[name]}kept`);

  expect(textOf(parseHtml(clean))).toContain('kept');
  expect(sanitiseBody(clean)).toBe(clean);
  // Far above what it takes (0.2 to 1.5 s), far below what a quadratic step would.
  expect(seconds()).toBeLessThan(10);
});
