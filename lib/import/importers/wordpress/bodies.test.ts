import { expect, test } from 'vitest';
import { canonicalPath } from '@/lib/web/canonical-path';
import { adoptHtml } from '@/lib/import/reading/adopt-html';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { convertBody } from './bodies';

const noGallery = () => ({ images: [], missing: [] });
const elsewhere = {
  absolute: (address: string) => address,
  imageAt: () => null,
  fileAt: () => null,
  pageAt: () => null,
  onLeftElsewhere: () => {},
};

test.each([
  '<pre ',
  '<!--',
  '<script>',
  '<b>\n',
  ' ',
  '\t',
  '[code]',
  '[code] ',
  '<br',
  '\n \t',
  '[caption][/caption] ',
  '<!-- wp:a {',
])('a body of nothing but %j takes no longer than reading it', (piece) => {
  const body = `[code]${piece.repeat(300_000 / piece.length)}x[/code] a${piece.repeat(300_000 / piece.length)}!`;
  const processorTime = startProcessorTime();
  convertBody(body, noGallery);
  expect(processorTime()).toBeLessThan(6_000);
});

test('reads any address in linear time', () => {
  const processorTime = startProcessorTime();
  canonicalPath(`${'/'.repeat(300_000)}a`);
  for (const piece of ['lazy', '/', '-1x1', '.', '//'])
    adoptHtml(`<p><img src="https://old.example/${piece.repeat(300_000 / piece.length)}/" alt=""></p>`, elsewhere);
  expect(processorTime()).toBeLessThan(6_000);
});

test('keeps shortcodes in code and comments, in any case', () => {
  const body = '<PRE>[embed]a[/embed]</pre> <!-- [gallery] --> <code>[video src="x"]</code> <script>[gallery]</script>';
  expect(convertBody(body, noGallery).html).not.toMatch(/<figure|<video|<p>\[gallery\]/);
});

test('line breaks keep one spelling, and blanks before them go', () => {
  expect(convertBody('One \t\nTwo<br />  \nThree<br>\nFour', noGallery).html).toBe(
    '<p>One<br>\nTwo<br>\nThree<br>\nFour</p>',
  );
});

test.each([
  ['[googlemaps https://maps.example/pier]', ['googlemaps']],
  ['[wpvideo abcd1234] and [slideshow]', ['wpvideo', 'slideshow']],
  ['[recent_posts]', ['recent_posts']],
  ['[poll id=3]', ['poll']],
  ['He said it [sic]. [section 4] [see note] [to-do]', []],
])('in %j these stay in the text and are reported: %j', (body, names) => {
  const { html, unknownShortcodes } = convertBody(body, noGallery);
  expect(unknownShortcodes).toEqual(names);
  expect(html).toBe(`<p>${body}</p>`);
});
