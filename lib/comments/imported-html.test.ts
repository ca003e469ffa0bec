import { describe, expect, test } from 'vitest';
import { renderImportedHtml } from './imported-html';

describe('imported HTML', () => {
  test.each([
    ['Hello\n\nthere\nyou', '<p>Hello</p><p>there<br>\nyou</p>'],
    ['<p>One</p>\n<p>Two</p>', '<p>One</p><p>Two</p>'],
    ['<i>a</i> <b>b</b> <strike>c</strike>', '<p><em>a</em> <strong>b</strong> <del>c</del></p>'],
    ['<div>a<ul><li>b</li></ul></div>', '<p>a</p><ul><li>b</li></ul>'],
    ['<h2>Loud</h2>', '<p><strong>Loud</strong></p>'],
    ['<pre>a\n  b</pre>', '<pre><code>a\n  b</code></pre>'],
    ['1 < 2 & 3', '<p>1 &lt; 2 &amp; 3</p>'],
    [
      '<a href="https://a.example" onclick="x()">a</a>',
      '<p><a href="https://a.example/" rel="ugc nofollow noopener">a</a></p>',
    ],
    ['<ol start="3"><li>a</li><li value="9">b</li></ol>', '<ol start="3"><li>a</li><li value="9">b</li></ol>'],
    ['<ol start="x&quot;y"><li>a</li></ol>', '<ol><li>a</li></ol>'],
    ['<style>p{}</style>words<script>x()</script>', '<p>words</p>'],
    ['', ''],
  ])('%j', (source, expected) => {
    expect(renderImportedHtml(source).html).toBe(expected);
  });
});
