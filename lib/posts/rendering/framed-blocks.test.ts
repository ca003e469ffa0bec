import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlForFeeds } from '@/lib/feeds/html-for-feeds';
import { parseHtml } from '@/lib/html/parsing';
import { framedElement } from '@/lib/html/framed';
import { lossesIn } from '@/lib/html/losses';
import { sanitiseBody } from '@/lib/html/sanitising';
import { toHtml } from '@/lib/html/writing';
import { translatorOf } from '@/lib/i18n/translator';
import { framedCodeOf, frameHashOf } from './framed-blocks';
import { withLabels } from './label-marks';
import { renderBody } from './rendering';

const form = '<form action="https://list.example/join"><input name="email"><button onclick="x()">Join</button></form>';
const stored = (code: string, height = 400, title = '') => toHtml([framedElement({ code, height, title })]);

test('code for a frame is kept as it is, as text, and nothing is lost', () => {
  const html = stored(form, 320, 'Sign-up');

  expect(html).toMatch(/^<div data-framed="320" title="Sign-up"><pre>&lt;form /);
  expect(sanitiseBody(html)).toBe(html);
  expect(lossesIn(html, parseHtml(html))).toEqual([]);
  expect(framedCodeOf(html)).toEqual([form]);
});

test('any code that was sanitised once is stable, and found as it is rendered', () => {
  const piece = fc.constantFrom(
    '<script>',
    '</script>',
    '</pre>',
    '&lt;',
    '&amp;',
    '"',
    '\n',
    ' ',
    'a',
    '</div>',
    '<pre>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = sanitiseBody(stored(`x${pieces.join('')}x`));
      expect(sanitiseBody(once)).toBe(once);
      const [code = ''] = framedCodeOf(once);
      expect(renderBody(once).html).toContain(`/${frameHashOf(code)}"`);
    }),
  );
});

test.each([
  ['5', '40'],
  ['99999', '3000'],
  ['much', '400'],
  ['', '400'],
])('a height of %j is one of %s pixels', (given, height) => {
  expect(sanitiseBody(`<div data-framed="${given}"><pre>a</pre></div>`)).toBe(
    `<div data-framed="${height}"><pre>a</pre></div>`,
  );
});

test('a frame without code is none', () => {
  expect(sanitiseBody('<div data-framed="400"><pre> </pre></div><p>a</p>')).toBe('<p>a</p>');
});

test('readers get a frame without an origin, of a height that is known, and none of its words are the text', () => {
  const { html, text, wordCount, blocks } = renderBody(sanitiseBody(`<p>a</p>${stored(form, 320)}<p>b</p>`));
  const read = withLabels(html, translatorOf('de'), 'post-1');

  const frame = /<iframe[^>]*>/.exec(read)?.[0] ?? '';
  expect(frame).toContain(`src="/_s/b/post-1/${frameHashOf(form)}" title="Eingebetteter Inhalt"`);
  expect(frame).toContain('width="100%" height="320" loading="lazy"');
  expect(frame).toContain('sandbox="allow-scripts ');
  expect(frame).not.toContain('allow-same-origin');
  expect(read).not.toMatch(/<form|<input|Join/);
  expect([text, wordCount]).toEqual(['a\nb', 2]);
  expect(blocks[1]).toMatchObject({ kind: 'embed', images: [[672, 320]] });
});

test('a feed has a link to the post in its place', () => {
  const html = withLabels(renderBody(sanitiseBody(stored(form))).html, translatorOf('en'), 'post-1');

  expect(htmlForFeeds(html, 'https://us.test/post')).toBe(
    '<p><a href="https://us.test/post">View this part on the site</a></p>',
  );
});

test('HTML that survives sanitising stays in the text, and a form that is no frame is sanitised as ever', () => {
  expect(renderBody(sanitiseBody('<details><summary>a</summary><p>b</p></details>')).html).toContain('<details>');
  expect(sanitiseBody(form)).toBe('<p>Join</p>');
});
