import { expect, test } from 'vitest';
import { sanitiseBody, sanitiseNodes } from '@/lib/html/sanitising';
import { parseHtml } from '@/lib/html/parsing';
import { splitParagraphs } from './split-paragraphs';

test.each([
  ['One<br /><br />two<br>three', '<p>One</p>\n<p>two<br>three</p>'],
  ['<br>One<br> <br><br>\ntwo<br>', '<p>One</p>\n<p>two</p>'],
  ['<b>One<br><br>two</b> three', '<p><strong>One</strong></p>\n<p><strong>two</strong> three</p>'],
  ['a<b> One<br><br>two </b>three', '<p>a<strong> One</strong></p>\n<p><strong>two </strong>three</p>'],
  ['<blockquote>a<br><br>b</blockquote>', '<blockquote><p>a</p><p>b</p></blockquote>'],
  ['<ul><li>a<br><br>b</li></ul>', '<ul><li>a<br><br>b</li></ul>'],
  ['<p>a</p><p>b<br>c</p>', '<p>a</p>\n<p>b<br>c</p>'],
  ['<pre>a<br><br>b</pre>', '<pre>a<br><br>b</pre>'],
  ['<img src="/uploads/a.jpg"><br><br>b', '<p><img src="/uploads/a.jpg" alt=""></p>\n<p>b</p>'],
])('%s', (html, expected) => {
  const split = splitParagraphs(sanitiseNodes(parseHtml(html)));
  expect(split.html).toBe(expected);
  expect(sanitiseBody(expected)).toBe(expected);
});
