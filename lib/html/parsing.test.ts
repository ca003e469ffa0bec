import { expect, test } from 'vitest';
import { parseHtml } from './parsing';

const withoutMarkup = [
  '',
  ' ',
  '\n two lines\r\nof a\rtext ',
  'with > and "quotes" and ’',
  'a control \u0000\u0001\f here',
  '\uFEFF first',
  'half a sign \uD800 and \uFFFE',
];

// With an empty comment, which leaves nothing, the whole parser is used.
test.each(withoutMarkup)('a text without markup is what the parser makes of it: %j', (plain) => {
  expect(parseHtml(plain)).toEqual(parseHtml(`${plain}<!---->`));
});

test('a reference to a character is markup', () => {
  expect(parseHtml('salt &amp; pepper')).toEqual([{ type: 'text', value: 'salt & pepper' }]);
});
