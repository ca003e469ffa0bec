import { expect, test } from 'vitest';
import { splitLooseText, toParagraphs } from './paragraphs';

test.each([
  ['One line', '<p>One line</p>'],
  ['One\ntwo', '<p>One<br>\ntwo</p>'],
  ['One\n\nTwo', '<p>One</p>\n<p>Two</p>'],
  ['One\r\n\r\n\r\nTwo', '<p>One</p>\n<p>Two</p>'],
  ['Before\n<h2>Head</h2>\nAfter', '<p>Before</p><h2>Head</h2><p>After</p>'],
  ['<ul>\n<li>a</li>\n<li>b</li>\n</ul>', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
  ['<ul><li>a\n\nb</li></ul>', '<ul><li><p>a</p>\n<p>b</p></li></ul>'],
  ['<blockquote>Stay.\n\nGo.</blockquote>', '<blockquote><p>Stay.</p>\n<p>Go.</p></blockquote>'],
  ['<pre>a\n\nb <em>c</em></pre>', '<pre>a\n\nb <em>c</em></pre>'],
  ['<pre>\n<div>\n\n</div></pre>', '<pre>\n<div>\n\n</div></pre>'],
  ['<p>kept\nas it is</p>', '<p>kept<br>\nas it is</p>'],
  ['a<br />\nb', '<p>a<br>\nb</p>'],
  ['<table><tr>\n<td>one\ntwo</td>\n</tr></table>', '<table><tr>\n<td>one<br>\ntwo</td>\n</tr></table>'],
  ['<div>\n\ntext\n\n</div>', '<div><p>text</p></div>'],
  ['', ''],
  ['Text <img src="a.jpg"> more', '<p>Text <img src="a.jpg"> more</p>'],
  ['a < b and c > d', '<p>a < b and c > d</p>'],
])('%j becomes %j', (text, html) => expect(toParagraphs(text)).toBe(html));

test('reads thirty thousand open tags in linear time', () => {
  const before = process.cpuUsage();
  toParagraphs('<a "'.repeat(30_000));
  toParagraphs('<div>'.repeat(30_000));
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_000);
});

test.each([
  ['One\n\nTwo', '<p>One</p>\n<p>Two</p>'],
  ['One\r\n \r\n\r\nTwo\nlines', '<p>One</p>\n<p>Two\nlines</p>'],
  ['<em>One</em>\n\n<!-- two -->Two', '<p><em>One</em></p>\n<p><!-- two -->Two</p>'],
  ['<h2>Head</h2>\n\nOne\n\nTwo\n\n<hr>\n', '<h2>Head</h2><p>One</p>\n<p>Two</p><hr>\n'],
])('loose text becomes paragraphs at its blank lines: %j', (text, html) => {
  expect(splitLooseText(text)).toBe(html);
  expect(splitLooseText(html)).toBe(html);
});

test.each([
  '',
  'One line\nand another',
  '<p>One\n\nstill one</p>\n\n<p>Two</p>',
  '<pre>a\n\nb</pre>',
  '<ul><li>a\n\nb</li></ul>',
  '<blockquote>Stay.\n\nGo.</blockquote>',
])('keeps markup as it was written: %j', (html) => {
  expect(splitLooseText(html)).toBe(html);
});
