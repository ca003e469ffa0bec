import { expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { replaceListings, replaceShortcodes, type Shortcode } from './shortcodes';

function codesIn(text: string) {
  const codes: Shortcode[] = [];
  const out = replaceShortcodes(text, (code) => {
    codes.push(code);
    return code.name === 'unknown' ? null : `{${code.name}}`;
  });
  return { codes, out };
}

test('a shortcode with attributes in every spelling', () => {
  const { codes, out } = codesIn(
    `[gallery ids="1,2" columns='3' size=large plain] and [audio https://example.test/a.mp3]`,
  );
  expect(out).toBe('{gallery} and {audio}');
  expect(codes[0]?.attributes).toEqual({ ids: '1,2', columns: '3', size: 'large', '0': 'plain' });
  expect(codes[1]?.attributes).toEqual({ '0': 'https://example.test/a.mp3' });
});

test('a shortcode around content', () => {
  const { codes, out } = codesIn('a [caption width="3"]<img src="x"> Words[/caption] b');
  expect(out).toBe('a {caption} b');
  expect(codes[0]?.content).toBe('<img src="x"> Words');
});

test('unknown ones, escaped ones, those in code and plain brackets stay visible', () => {
  expect(codesIn('[unknown a="1"]x[/unknown] [[gallery]] [...] [1]').out).toBe(
    '[unknown a="1"]x[/unknown] [gallery] [...] [1]',
  );
  expect(codesIn('<code>[gallery]</code> <pre>[audio]</pre>').out).toBe('<code>[gallery]</code> <pre>[audio]</pre>');
});

test('keeps the text between two unclosed shortcodes of the same kind', () => {
  expect(codesIn('[video src="a"] text [video src="b"]c[/video]').out).toBe('{video} text {video}');
});

test('reads hostile brackets in linear time', () => {
  const processorTime = startProcessorTime();
  codesIn('[a '.repeat(20_000));
  codesIn('[a=['.repeat(20_000));
  expect(processorTime()).toBeLessThan(3_000);
});

test('removes the shortcodes of page builders, and keeps their content and words in brackets', () => {
  const text = '[vc_row full="1"][vc_column_text]Words [section 4][/vc_column_text][/vc_row][row]more[/row]';
  expect(replaceShortcodes(text, () => null).replaceAll(/\n+/g, '|')).toBe('|Words [section 4]|more|');
});

test.each([
  ['[code]\n  a <b>\n\n    c [gallery] </script>\n[/code]', '', '\n  a <b>\n\n    c [gallery] </script>\n'],
  ['[sourcecode language="css"]a{}[/sourcecode]', 'css', 'a{}'],
  ['[php]<?php $a;[/php]', 'php', '<?php $a;'],
])('a listing is handed over as it stands: %s', (text, language, content) => {
  const found: unknown[] = [];
  expect(replaceListings(`before ${text} after`, (listing) => (found.push(listing), 'X'))).toBe('before X after');
  expect(found).toEqual([{ language, content }]);
});

test('listings without an end, and escaped ones, stay', () => {
  for (const text of ['[code] never ends', '[[code]x[/code]]']) expect(replaceListings(text, () => 'X')).toBe(text);
});

test('a hundred thousand openings without an end take no longer than reading them', () => {
  const processorTime = startProcessorTime();
  replaceShortcodes('[thing a="b"] '.repeat(100_000), () => null);
  replaceListings('[code] '.repeat(100_000), () => '');
  expect(processorTime()).toBeLessThan(5_000);
});
