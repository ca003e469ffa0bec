import { expect, test } from 'vitest';
import { refusalOfCss } from './own-css';

test.each([
  ['', 'nothing'],
  ['.post { color: red; }\n@media (min-width: 40rem) { .post { margin: 0 } }', 'rules'],
  ['.a { background: url(/uploads/paper.png); content: "https://example.org" }', 'files of this site, and text'],
  ['.a { background: url("data:image/png;base64,AAAA") }', 'an image in the sheet itself'],
  ['@supports (display: grid) { .a { display: grid } }', 'conditions'],
])('takes %j: %s', (css) => expect(refusalOfCss(css)).toBe(''));

test.each([
  ['hello world', 'This is not valid CSS: line 1 cannot be read.'],
  ['.a { color: red }\n.b { color: red', 'This is not valid CSS: line 2 cannot be read.'],
  ['color: red;', 'This is not valid CSS: line 1 cannot be read.'],
  ['<style>.a { color: red }</style>', 'This is not valid CSS: line 1 cannot be read.'],
  ['.a { color: red }\n}', 'This is not valid CSS: line 2 cannot be read.'],
  ['@\\69mport "x.css";', 'This is not valid CSS: line 1 cannot be read.'],
])('refuses what is no CSS: %j', (css, sentence) => expect(refusalOfCss(css)).toBe(sentence));

test.each(['@import "other.css";', '@IMPORT url(x.css);', '@charset "utf-8";'])('refuses %s', (css) =>
  expect(refusalOfCss(css)).toMatch(/^Line 1: @import, @charset and @namespace are not allowed/),
);

test.each([
  '.a { background: url(https://elsewhere.example/x.png) }',
  '.a { background: url("//elsewhere.example/x.png") }',
  '.a { background: url(/\\\\elsewhere.example/x.png) }',
  '.a { background: u\\72l(https://elsewhere.example/x) }',
  '.a { background: url(https\\3a //elsewhere.example/x) }',
  '.a { background: image-set("https://elsewhere.example/x.png" 1x) }',
  '.a { --later: url(http://elsewhere.example/x) }',
  '@font-face { font-family: x; src: url(https://elsewhere.example/f.woff2) }',
  '.a { background: URL( "https://elsewhere.example/x" ) }',
  '.a { background: url(data:text/html,x) }',
])('refuses what loads something from elsewhere: %s', (css) =>
  expect(refusalOfCss(css)).toMatch(/^Line 1: a style sheet loads nothing from other sites/),
);

test('refuses more than it may have', () => {
  expect(refusalOfCss('a'.repeat(20_001))).toBe('Use at most 20,000 characters of CSS.');
});
