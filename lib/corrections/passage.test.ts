import { expect, test } from 'vitest';
import { differenceOf } from './difference';
import { findPassage, replacePassage } from './passage';

const passage = (quote: string, prefix = '', suffix = '') => ({ quote, prefix, suffix });
const html = (body: string, ...of: [quote: string, replacement: string, prefix?: string, suffix?: string]) => {
  const [quote, replacement, prefix, suffix] = of;
  const replaced = replacePassage(body, passage(quote, prefix, suffix), replacement);
  return typeof replaced === 'string' ? replaced : replaced.html;
};

test.each([
  ['<p>The ferry sails at nine.</p>', 'sails at nine', 'sails at ten', '<p>The ferry sails at ten.</p>'],
  [
    '<p>The <a href="/f">ferry</a> sails <em>at nine</em>.</p>',
    'The ferry sails at nine.',
    'The ferry sails at ten.',
    '<p>The <a href="/f">ferry</a> sails <em>at ten</em>.</p>',
  ],
  ['<p>It has four\n masts.</p>', 'four masts', 'three masts', '<p>It has three\n masts.</p>'],
  ['<p>A <b>big</b> boat.</p>', 'A big boat.', 'A small boat.', '<p>A <b>small</b> boat.</p>'],
  ['<p>A <b>big old</b> <i>grey</i> boat.</p>', 'big old grey boat', 'new boat', '<p>A <b>new</b><i></i> boat.</p>'],
  ['<p>It sailed.</p>', 'It sailed', 'It never sailed', '<p>It never sailed.</p>'],
  ['<p>It never sailed.</p>', 'never sailed', 'sailed', '<p>It sailed.</p>'],
  [
    '<ul><li>one</li><li>two &amp; a half</li></ul>',
    'two & a',
    'two < a',
    '<ul><li>one</li><li>two &lt; a half</li></ul>',
  ],
  ['<p>one<br>two</p>', 'one two', 'one three', '<p>one<br>three</p>'],
])('%s: “%s” becomes “%s”', (body, quote, replacement, expected) => {
  expect(html(body, quote, replacement)).toBe(expected);
});

test('what is not in one paragraph has no place', () => {
  const body = '<p>One.</p><p>Two.</p>';
  for (const quote of ['Three', 'One. Two.', ' ', '']) expect(html(body, quote, 'x')).toBe('missing');
});

test('what stands in several places needs the words around it', () => {
  const body = '<p>the red boat</p><p>the blue boat</p>';
  expect(html(body, 'boat', 'ship')).toBe('ambiguous');
  expect(html(body, 'boat', 'ship', 'the blue ')).toBe('<p>the red boat</p><p>the blue ship</p>');
  expect(html('<p>a b a c</p>', 'a', 'x', '', ' c')).toBe('<p>a b x c</p>');
});

test('a passage is found as it stands, with what surrounds it', () => {
  const found = findPassage('<p>One  fine <em>day</em> in May.</p>', passage('fine\nday'));
  expect(found).toEqual({ quote: 'fine day', prefix: 'One ', suffix: ' in May.' });
});

test('a replacement is text, whatever it looks like', () => {
  expect(html('<p>One</p>', 'One', '<script>x</script>')).toBe('<p>&lt;script&gt;x&lt;/script&gt;</p>');
});

test('a difference begins and ends with whole words', () => {
  expect(differenceOf('sails at nine sharp', 'sails at noon sharp')).toEqual({
    before: 'sails at ',
    removed: 'nine',
    added: 'noon',
    after: ' sharp',
  });
  expect(differenceOf('same', 'same')).toMatchObject({ removed: '', added: '' });
});

test('a long article is searched at once', () => {
  const body = `<p>${'aaaaaaaaab '.repeat(20_000)}</p><p>the end</p>`;
  const started = performance.now();
  expect(html(body, 'the end', 'the beginning')).toMatch(/the beginning<\/p>$/);
  expect(performance.now() - started).toBeLessThan(3_000);
});
