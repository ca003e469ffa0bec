import { expect, test } from 'vitest';
import { renderMarkdown } from './rendering';

test.each([
  ['1986. What a great year it was.', '<p>1986. What a great year it was.</p>'],
  ['1986) What a year.\n\n      And what a summer.', '<p>1986) What a year.</p><p>And what a summer.</p>'],
  ['> 1999. Yes.', '<blockquote><p>1999. Yes.</p></blockquote>'],
  ['08. Mai 1945', '<p>08. Mai 1945</p>'],
  ['24. Dezember', '<ol start="24"><li>Dezember</li></ol>'],
  ['3. yes\n4. no', '<ol start="3"><li>yes</li><li>no</li></ol>'],
  ['3. yes\n7. no\n8. no', '<ol start="3"><li>yes</li><li value="7">no</li><li>no</li></ol>'],
  ['5. five\n3. three', '<ol start="5"><li>five</li><li value="3">three</li></ol>'],
  ['1. a\n1. b\n1. c', '<ol><li>a</li><li>b</li><li>c</li></ol>'],
  ['1986. a\n1987. b', '<ol start="1986"><li>a</li><li>b</li></ol>'],
  ['0. a\n1. b', '<ol start="0"><li>a</li><li>b</li></ol>'],
])('keeps the numbers in %j', (text, expected) => {
  expect(renderMarkdown(text).html).toBe(expected);
});

test.each([
  '3~5天，价格100~200元',
  '5~10 minutes and 20~30',
  '~not struck out~',
  'f[i](x) and [see](the quay) and [a]()',
  '2*3*4=24, 10**6**2, 3*x*5 and 2*width*3',
  '١*٢*٣',
  'See [1].',
])('%j stays as it is', (text) => {
  expect(renderMarkdown(text).html).toBe(`<p>${text}</p>`);
});

test('shows HTML on its own as a paragraph of the typed text', () => {
  expect(renderMarkdown('<div>One</div>\n\n> <!-- two -->').html).toBe(
    '<p>&lt;div&gt;One&lt;/div&gt;</p><blockquote><p>&lt;!-- two --&gt;</p></blockquote>',
  );
});

test('treats a sign that is not between digits as formatting', () => {
  expect(renderMarkdown('un*believ*able, *3* of 4, H**2**O and 5 *times*').html).toBe(
    '<p>un<em>believ</em>able, <em>3</em> of 4, H<strong>2</strong>O and 5 <em>times</em></p>',
  );
});

test.each([
  ['これは**「重要」**です。**注意。**読んで', '<strong>「重要」</strong>です。<strong>注意。</strong>読んで'],
  ['これは~~「古い」~~です。', '<del>「古い」</del>です'],
  ['**这是重点。**然后', '<strong>这是重点。</strong>然后'],
  ['**이것(중요)**은', '<strong>이것(중요)</strong>은'],
])('emphasis beside the punctuation of %j', (text, expected) => {
  expect(renderMarkdown(text).html).toContain(expected);
});

const source = '<a href="https://example.test/source" rel="ugc nofollow noopener">https://example.test/source</a>';

test.each([
  ['See the source.\n\n[1]: https://example.test/source', `<p>See the source.</p><p>[1]: ${source}</p>`],
  ['[1]: https://example.test/source "Title"', `<p>[1]: ${source} &quot;Title&quot;</p>`],
  ['A word.[^1]\n\n[^1]: note', '<p>A word.[^1]</p><p>[^1]: note</p>'],
  ['[a]: javascript:alert(1)\n\n[a]', '<p>[a]: javascript:alert(1)</p><p>[a]</p>'],
  ['> [1]: https://example.test/source', `<blockquote><p>[1]: ${source}</p></blockquote>`],
  ['[the source][1]\n\n[1]: https://example.test/source', `<p>${source.replace(/>h.*?</, '>the source<')}</p>`],
])('nothing of %j is lost', (text, expected) => {
  expect(renderMarkdown(text).html).toBe(expected);
});
